package dev.meshlint.core.manifest;

import dev.meshlint.core.yaml.YamlFile;
import dev.meshlint.core.yaml.YamlProblem;
import java.util.List;

/**
 * A file that is linted.
 *
 * @param yaml what could be read from it, with the comments that mention {@code mesh-lint}
 * @param mesh the number of the mesh it belongs to
 * @param problems what is wrong with the file itself, without what lies in documents that are no manifests
 * @param resources how many resources it holds
 */
public record ManifestFile(YamlFile yaml, int mesh, List<YamlProblem> problems, int resources) {
  /** Makes the list unmodifiable. */
  public ManifestFile {
    problems = List.copyOf(problems);
  }
}
