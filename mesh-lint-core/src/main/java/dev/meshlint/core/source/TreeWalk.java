package dev.meshlint.core.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks the folders of one argument. Symbolic links are looked at after everything else, so that a file is met under
 * its own name first; they are followed inside the tree, and no folder is walked twice.
 */
final class TreeWalk {
  private static final int LARGEST_IGNORE_FILE = 1 << 20;

  private final FileRules rules;
  private final Sink sink;
  private final Set<Path> walked = new HashSet<>();
  private final Deque<Path> links = new ArrayDeque<>();

  /** Who is told what the walk meets. */
  interface Sink {
    void file(Path path, Path real);

    void skipped(Path path, boolean folder, SkipReason reason);

    void failed(Path path, IOException problem);
  }

  TreeWalk(FileRules rules, Sink sink) {
    this.rules = rules;
    this.sink = sink;
  }

  /** Walks everything below this folder, which is taken even where an ignore file leaves it out. */
  void walk(Path start) {
    try {
      Path real = start.toRealPath();
      Path root = ProjectRoot.gitRoot(real);
      Path tree = root == null ? real : root;
      walk(new Folder(start, real, FileRules.names(start), outerRules(start)));
      while (!links.isEmpty()) {
        follow(links.removeFirst(), tree);
      }
    } catch (IOException e) {
      sink.failed(start, e);
    }
  }

  /**
   * A folder to walk.
   *
   * @param shown the path to it, perhaps through links
   * @param real the path without links
   * @param names the names of the shown path
   * @param ignore the ignore files of the folders around it
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on as it is and never compared
  private record Folder(Path shown, Path real, String[] names, IgnoreChain ignore) {}

  private void walk(Folder folder) {
    if (!walked.add(folder.real())) {
      return;
    }
    List<String> entries;
    try {
      entries = list(folder.shown());
    } catch (IOException e) {
      sink.failed(folder.shown(), e);
      return;
    }
    int depth = folder.names().length;
    IgnoreChain ignore = folder.ignore();
    if (entries.contains(".git")) {
      ignore = repositoryRules(folder.shown(), depth);
    }
    if (entries.contains(".gitignore")) {
      ignore = ignore.with(readRules(folder.shown().resolve(".gitignore")), depth);
    }
    for (String entry : entries) {
      visit(new Folder(folder.shown(), folder.real(), folder.names(), ignore), entry);
    }
  }

  private void visit(Folder around, String entry) {
    Path path = around.shown().resolve(entry);
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      if (FileRules.isManifestName(entry)) {
        sink.failed(path, e);
      }
      return;
    }
    String[] names = Arrays.copyOf(around.names(), around.names().length + 1);
    names[names.length - 1] = entry;
    if (attributes.isDirectory()) {
      SkipReason reason = skipped(names, true, around.ignore());
      if (reason == null) {
        walk(new Folder(path, around.real().resolve(entry), names, around.ignore()));
      } else if (!FileRules.isVersionControl(entry)) {
        sink.skipped(path, true, reason);
      }
    } else if (attributes.isSymbolicLink()) {
      if (!around.ignore().ignores(names, false)) {
        links.addLast(path);
      }
    } else if (rules.takes(names)) {
      SkipReason reason = skipped(names, false, around.ignore());
      if (reason == null && attributes.isOther()) {
        sink.skipped(path, false, SkipReason.NOT_A_FILE);
      } else if (reason == null) {
        sink.file(path, around.real().resolve(entry));
      } else {
        sink.skipped(path, false, reason);
      }
    }
  }

  private @Nullable SkipReason skipped(String[] names, boolean folder, IgnoreChain ignore) {
    String name = names[names.length - 1];
    if (folder && (FileRules.isToolFolder(name) || FileRules.isVersionControl(name))) {
      return SkipReason.TOOL_FOLDER;
    }
    if (rules.excludes(names, folder)) {
      return SkipReason.EXCLUDED;
    }
    return ignore.ignores(names, folder) ? SkipReason.IGNORED : null;
  }

  private void follow(Path link, Path tree) {
    String[] names = FileRules.names(link);
    Path real;
    boolean folder;
    try {
      real = link.toRealPath();
      folder = Files.isDirectory(real);
    } catch (IOException e) {
      if (rules.takes(names)) {
        sink.skipped(link, false, SkipReason.LINK_BROKEN);
      }
      return;
    }
    if (!folder && !rules.takes(names)) {
      return;
    }
    if (!real.startsWith(tree)) {
      sink.skipped(link, folder, SkipReason.LINK_OUTSIDE);
    } else if (folder && isAround(real, link)) {
      sink.skipped(link, true, SkipReason.LINK_LOOP);
    } else {
      SkipReason reason = skipped(names, folder, IgnoreChain.EMPTY);
      if (reason != null) {
        sink.skipped(link, folder, reason);
      } else if (!folder && !Files.isRegularFile(real)) {
        sink.skipped(link, false, SkipReason.NOT_A_FILE);
      } else if (folder) {
        walk(new Folder(link, real, FileRules.names(real), outerRules(real)));
      } else {
        sink.file(link, real);
      }
    }
  }

  private static boolean isAround(Path real, Path link) {
    try {
      Path parent = link.getParent();
      return parent != null && parent.toRealPath().startsWith(real);
    } catch (IOException e) {
      return true;
    }
  }

  private static List<String> list(Path folder) throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path entry : stream) {
        Path name = entry.getFileName();
        if (name != null) {
          names.add(name.toString());
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    names.sort(null);
    return names;
  }

  /** The ignore files from the git root down to the folder around this one. */
  private static IgnoreChain outerRules(Path folder) {
    Path root = ProjectRoot.gitRoot(folder);
    if (root == null || root.equals(folder)) {
      return IgnoreChain.EMPTY;
    }
    IgnoreChain chain = repositoryRules(root, root.getNameCount());
    Path outer = root;
    for (int depth = root.getNameCount(); depth < folder.getNameCount(); depth++) {
      chain = chain.with(readRules(outer.resolve(".gitignore")), depth);
      outer = outer.resolve(folder.getName(depth));
    }
    return chain;
  }

  /** What a repository ignores without saying so in its tree. Nothing from outside holds in a repository. */
  private static IgnoreChain repositoryRules(Path root, int depth) {
    IgnoreRules own = readRules(root.resolve(".git").resolve("info").resolve("exclude"));
    return IgnoreChain.EMPTY.with(own, depth);
  }

  private static IgnoreRules readRules(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_IGNORE_FILE) {
        return IgnoreRules.NONE;
      }
      return IgnoreRules.parse(Decoder.decode(Files.readAllBytes(file)).text());
    } catch (IOException e) {
      return IgnoreRules.NONE;
    }
  }
}
