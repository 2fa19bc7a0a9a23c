package dev.meshlint.core.schema.user;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.schema.SchemaChecker;
import dev.meshlint.core.schema.SchemaContext;
import dev.meshlint.core.schema.SchemaProblem;
import dev.meshlint.core.schema.build.PlainSchemas;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a JSON Schema library says of resources beside our checker. Both judge by the same schemas, with our own words
 * switched off: on all that plain JSON Schema can say they must agree.
 *
 * <p>Safe for use by several threads on different resources.
 */
public final class SecondOpinion {
  /** What plain schemas say nothing about: versions, and what all kinds have in common. */
  private static final Set<String> COMMON = Set.of("apiVersion", "kind", "metadata", "status");

  private final SchemaChecker checker;
  private final JsonSchemas library = new JsonSchemas();

  /** Makes a judge by these schemas. */
  public SecondOpinion(PlainSchemas schemas) {
    checker = new SchemaChecker(schemas.tables());
    for (PlainSchemas.Version version : schemas.versions()) {
      library.add(version.group(), version.version(), version.kind(), version.standard());
    }
  }

  /**
   * One thing that is wrong.
   *
   * @param path the path of the value, from the root of the resource
   * @param message what is wrong with it
   */
  public record Remark(String path, String message) {
    @Override
    public String toString() {
      return path + ": " + message;
    }

    /** Whether the other is at the same value, around it or inside of it. */
    private boolean isNear(Remark other) {
      return path.startsWith(other.path) || other.path.startsWith(path);
    }

    private boolean isNearAny(List<Remark> others) {
      return others.stream().anyMatch(this::isNear);
    }
  }

  /**
   * Both opinions of one resource.
   *
   * @param checker what our checker finds wrong
   * @param library what the library finds wrong
   */
  public record Opinions(List<Remark> checker, List<Remark> library) {
    /** Makes the lists unmodifiable. */
    public Opinions {
      checker = List.copyOf(checker);
      library = List.copyOf(library);
    }

    /** What one of them says of a place and the other does not; empty where they agree. */
    public List<String> differences() {
      List<String> differences = new ArrayList<>();
      for (Remark remark : checker) {
        if (!remark.isNearAny(library)) {
          differences.add("only the checker: " + remark);
        }
      }
      for (Remark remark : library) {
        if (!remark.isNearAny(checker)) {
          differences.add("only the library: " + remark);
        }
      }
      return differences;
    }
  }

  /** Both opinions; null of a kind or version that the schemas do not have. */
  public @Nullable Opinions of(Resource resource) {
    Map<YamlNode, String> paths = new IdentityHashMap<>();
    collect(resource.node(), "", paths);
    List<Remark> second = new ArrayList<>();
    if (!library.check(resource.unmarked(), into(second, paths))) {
      return null;
    }
    List<Remark> first = new ArrayList<>();
    checker.check(resource.unmarked(), SchemaContext.DEFAULT, into(first, paths));
    return new Opinions(first, second);
  }

  /**
   * Takes what schemas say; what other rules say, of labels and of YAML in a text, is not theirs, nor that the API server
   * drops what has no value.
   */
  private static Consumer<SchemaProblem> into(List<Remark> remarks, Map<YamlNode, String> paths) {
    return problem -> {
      String path = paths.get(problem.at().node());
      if (path != null
          && problem.rule().startsWith("schema-")
          && !isDropped(problem)
          && !COMMON.contains(firstName(path))) {
        remarks.add(new Remark(path, problem.message()));
      }
    };
  }

  private static boolean isDropped(SchemaProblem problem) {
    return problem.at().node() instanceof YamlScalar scalar
        && scalar.isNull()
        && problem.caseName() != null;
  }

  private static String firstName(String path) {
    int end = 0;
    while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
      end++;
    }
    return path.substring(0, end);
  }

  private static void collect(YamlNode node, String path, Map<YamlNode, String> paths) {
    if (paths.putIfAbsent(node, path) != null) {
      return;
    }
    if (node instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        String below = path.isEmpty() ? String.valueOf(entry.name()) : path + "." + entry.name();
        paths.putIfAbsent(entry.key(), below);
        collect(entry.value(), below, paths);
      }
    } else if (node instanceof YamlSequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        collect(sequence.items().get(i), path + "[" + i + "]", paths);
      }
    }
  }
}
