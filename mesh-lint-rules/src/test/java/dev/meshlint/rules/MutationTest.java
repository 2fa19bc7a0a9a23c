package dev.meshlint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.rules.mutation.Manifests;
import dev.meshlint.rules.mutation.Operator;
import dev.meshlint.rules.mutation.Operator.Effect;
import dev.meshlint.rules.mutation.Operators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Makes mistakes in correct manifests, one at a time: they are reported where they are. And makes changes that mean nothing:
 * they change no finding.
 *
 * <p>Some mutants of each operator; {@code -Dmutation=10000} makes all, {@code -Dmutation.seed=17} others, {@code
 * -Doperator=dropped-subset} those of one operator, {@code -Dexample=istio-undefined-subset} those of one rule's examples.
 * {@code -Dmutation.folder=PATH} takes other manifests: each folder below is a mesh, if nothing is wrong with it. The tables
 * of docs/reliability.md are written to {@code target}, and what was missed.
 */
class MutationTest {
  private static final long SEED = Long.getLong("mutation.seed", 1);
  private static final int COUNT = Integer.getInteger("mutation", 3);

  /** Of one operator, from one mesh. */
  private static final int OF_ONE_MESH = 4;

  private record Mesh(MutationTrial trial, Manifests manifests) {}

  @Test
  void mistakes_are_reported_where_they_are() throws IOException {
    List<MutationTally> tallies = tallies(Effect.BREAKING);
    int applied = tallies.stream().mapToInt(MutationTally::applied).sum();
    int right = tallies.stream().mapToInt(MutationTally::right).sum();
    assertThat(right * 100.0 / applied)
        .as(() -> "percentage of mistakes that are reported at their place\n" + story(tallies))
        .isGreaterThanOrEqualTo(95);
  }

  @Test
  void changes_that_mean_nothing_change_no_finding() throws IOException {
    List<MutationTally> tallies = tallies(Effect.NEUTRAL);
    assertThat(tallies.stream().flatMap(tally -> tally.missed().stream())).isEmpty();
  }

  @Test
  void there_are_enough_operators() {
    assertThat(Operators.ALL).extracting(Operator::name).doesNotHaveDuplicates();
    assertThat(Operators.ALL)
        .filteredOn(operator -> operator.effect() == Effect.BREAKING)
        .hasSizeGreaterThanOrEqualTo(40);
  }

  private static List<MutationTally> tallies(Effect effect) throws IOException {
    String wanted = System.getProperty("operator", "");
    List<Mesh> meshes = new ArrayList<>();
    for (MutationTrial trial : MutationTrial.trials()) {
      Manifests manifests = Manifests.of(trial.files());
      if (manifests.readable()) {
        meshes.add(new Mesh(trial, manifests));
      }
    }
    Random random = new Random(SEED);
    List<MutationTally> tallies = new ArrayList<>();
    for (Operator operator : Operators.ALL) {
      if (operator.effect() == effect && (wanted.isEmpty() || wanted.equals(operator.name()))) {
        MutationTally tally = new MutationTally(operator);
        Collections.shuffle(meshes, random);
        for (Mesh mesh : meshes) {
          int limit = Math.min(COUNT - tally.applied(), OF_ONE_MESH);
          if (limit > 0) {
            tally.add(mesh.trial(), mesh.manifests(), limit, random);
          }
        }
        tallies.add(tally);
      }
    }
    write(effect, tallies);
    return tallies;
  }

  private static void write(Effect effect, List<MutationTally> tallies) throws IOException {
    Path folder = Files.createDirectories(Path.of("target"));
    String name = "mutants-" + effect.name().toLowerCase(Locale.ROOT);
    Files.writeString(folder.resolve(name + ".md"), table(tallies));
    Files.writeString(
        folder.resolve(name + ".txt"),
        tallies.stream()
            .flatMap(tally -> tally.missed().stream())
            .collect(Collectors.joining("\n")));
  }

  private static String table(List<MutationTally> tallies) {
    return tallies.stream()
        .map(MutationTally::toString)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String story(List<MutationTally> tallies) {
    return table(tallies)
        + tallies.stream()
            .flatMap(tally -> tally.missed().stream())
            .collect(Collectors.joining("\n"));
  }
}
