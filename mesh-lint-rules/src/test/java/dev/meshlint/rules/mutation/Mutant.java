package dev.meshlint.rules.mutation;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Manifests with one change.
 *
 * @param edits what is changed in the text
 * @param places where a finding about the change belongs
 */
public record Mutant(List<TextEdit> edits, List<MutantPlace> places) {
  static Stream<Mutant> of(@Nullable Fix edit, MutantPlace place) {
    return edit == null ? Stream.empty() : Stream.of(new Mutant(edit.edits(), List.of(place)));
  }

  /** With further places: those that refer to what was changed. */
  Mutant and(Stream<Site> referring) {
    List<MutantPlace> all = new ArrayList<>(places);
    referring.map(Site::place).forEach(all::add);
    return new Mutant(edits, all);
  }

  Mutant and(Mutant other) {
    List<TextEdit> all = new ArrayList<>(edits);
    all.addAll(other.edits);
    List<MutantPlace> both = new ArrayList<>(places);
    both.addAll(other.places);
    return new Mutant(all, both);
  }

  /** Where the resource has another name now. */
  Mutant named(String name) {
    return new Mutant(edits, places.stream().map(place -> place.named(name)).toList());
  }

  /** Where what is wrong is told of the file, and not of a resource: YAML is read before there are any. */
  Mutant inFile() {
    return new Mutant(
        edits,
        places.stream()
            .map(place -> new MutantPlace(place.file(), "", "", List.of()))
            .distinct()
            .toList());
  }

  /** Where the resource is of another kind now. */
  Mutant ofKind(String kind) {
    return new Mutant(edits, places.stream().map(place -> place.ofKind(kind)).toList());
  }

  /** The files with the change. */
  public Map<String, String> in(Map<String, String> files) {
    List<TextEdit> last = new ArrayList<>(edits);
    last.sort(Comparator.comparingInt(TextEdit::start).reversed());
    Map<String, String> changed = new LinkedHashMap<>(files);
    for (TextEdit edit : last) {
      changed.computeIfPresent(
          edit.file().name(),
          (name, text) ->
              text.substring(0, edit.start()) + edit.text() + text.substring(edit.end()));
    }
    return changed;
  }
}
