package dev.meshlint.maven;

import dev.meshlint.core.config.LintConfig;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files that the outcome of a run may depend on. */
final class Inputs {
  private Inputs() {}

  /** Each with its size and the time of its last change. What cannot be read is left out. */
  static SortedMap<Path, String> of(LintSetup setup) {
    SortedMap<Path, String> files = new TreeMap<>();
    roots(setup).forEach(root -> add(root.toAbsolutePath().normalize(), files));
    return files;
  }

  private static List<Path> roots(LintSetup setup) {
    List<Path> roots = new ArrayList<>();
    setup.paths().forEach(path -> roots.add(setup.directory().resolve(path)));
    Path file = setup.configFile();
    if (file != null) {
      LintConfig config = setup.config();
      roots.add(file);
      for (String path : config.contextFrom(setup.directory())) {
        roots.add(setup.directory().resolve(path));
      }
      config.crds().forEach(path -> roots.add(file.resolveSibling(path)));
    }
    roots.add(setup.baselineFile());
    return roots;
  }

  private static void add(Path root, SortedMap<Path, String> files) {
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              files.put(path, attributes.size() + " " + attributes.lastModifiedTime().toMillis());
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      files.put(root, "cannot be read");
    }
  }
}
