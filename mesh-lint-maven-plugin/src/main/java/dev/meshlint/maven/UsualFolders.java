package dev.meshlint.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** The folders that are linted where none is configured. */
final class UsualFolders {
  static final List<String> NAMES =
      List.of("src/main/kubernetes", "src/main/k8s", "k8s", "deploy", "manifests");

  private UsualFolders() {}

  /** Those that a project has. */
  static List<String> in(File project) {
    List<String> existing = new ArrayList<>();
    for (String folder : NAMES) {
      if (new File(project, folder).isDirectory()) {
        existing.add(folder);
      }
    }
    return existing;
  }
}
