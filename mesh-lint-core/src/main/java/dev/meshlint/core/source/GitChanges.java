package dev.meshlint.core.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Asks git which files have changed, and what was in them. Calls the program; writes nothing. */
public final class GitChanges {
  private static final int NEW_LINE = '\n';

  private final Path folder;

  private GitChanges(Path folder) {
    this.folder = folder;
  }

  /**
   * What differs from a commit: in the working tree, in the index and in commits since, files that git does not know
   * included, those that it ignores left out. Only files that may be manifests are looked at.
   *
   * @param reference a commit, branch or tag. Where it has gone on in the meantime, the commit counts at which the
   *     present one left it
   * @param directory a folder of the repository
   * @throws IOException if git cannot be run, there is no repository, or it knows no such commit; the message says which
   */
  public static Changes since(String reference, Path directory) throws IOException {
    Path folder = directory.toAbsolutePath().normalize();
    String top = new GitChanges(folder).line("rev-parse", "--show-toplevel");
    if (top == null) {
      throw new IOException("\"" + folder + "\" is in no git repository");
    }
    GitChanges git = new GitChanges(root(folder, Path.of(top)));
    String commit = git.commit(reference);
    Set<String> changed = new HashSet<>();
    changed.addAll(git.names("diff", "--name-only", "--no-renames", "-z", commit, "--"));
    changed.addAll(git.names("ls-files", "--others", "--exclude-standard", "-z"));
    return git.changes(commit, changed);
  }

  /** The root as the folder is written: git follows symbolic links in its answer. */
  private static Path root(Path folder, Path top) throws IOException {
    Path real = folder.toRealPath();
    Path realTop = top.toRealPath();
    if (!real.startsWith(realTop)) {
      return realTop;
    }
    Path root = folder;
    for (int up = real.getNameCount() - realTop.getNameCount(); up > 0 && root != null; up--) {
      root = root.getParent();
    }
    return root == null || !Files.isSameFile(root, realTop) ? realTop : root;
  }

  private String commit(String reference) throws IOException {
    String commit =
        reference.startsWith("-")
            ? null
            : line("rev-parse", "--verify", "--quiet", reference + "^{commit}");
    if (commit == null) {
      throw new IOException("git knows no commit \"" + reference + "\"");
    }
    String base = line("merge-base", commit, "HEAD");
    return base == null ? commit : base;
  }

  private Changes changes(String commit, Set<String> names) throws IOException {
    Map<Path, byte[]> before = new HashMap<>();
    Set<Path> added = new HashSet<>();
    Process process = start("cat-file", "--batch");
    try (OutputStream questions = process.getOutputStream();
        InputStream answers = new BufferedInputStream(process.getInputStream())) {
      for (String name : names) {
        if (!FileRules.isManifestName(Locations.lastName(name)) || name.indexOf('\n') >= 0) {
          continue;
        }
        questions.write((commit + ":" + name + "\n").getBytes(StandardCharsets.UTF_8));
        questions.flush();
        byte[] bytes = answer(answers);
        if (bytes == null) {
          added.add(folder.resolve(name));
        } else {
          before.put(folder.resolve(name), bytes);
        }
      }
    }
    end(process);
    return new Changes(before, added);
  }

  /** One answer of {@code cat-file}: a line with the length, and the bytes; null where the file is missing. */
  private static byte @Nullable [] answer(InputStream answers) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = answers.read(); b >= 0 && b != NEW_LINE; b = answers.read()) {
      line.write(b);
    }
    String[] words = line.toString(StandardCharsets.UTF_8).split(" ", -1);
    if (words.length != 3 || !words[1].equals("blob")) {
      return null;
    }
    byte[] bytes = answers.readNBytes(Integer.parseInt(words[2]));
    return answers.read() == NEW_LINE ? bytes : null;
  }

  /** The line that git says; null if it fails. */
  private @Nullable String line(String... arguments) throws IOException {
    String said = said(arguments);
    return said == null ? null : said.strip();
  }

  private @Nullable String said(String... arguments) throws IOException {
    Process process = start(arguments);
    String said;
    try (InputStream out = process.getInputStream()) {
      said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
    }
    return end(process) == 0 ? said : null;
  }

  private List<String> names(String... arguments) throws IOException {
    String said = said(arguments);
    if (said == null) {
      throw new IOException("git " + arguments[0] + " fails in \"" + folder + "\"");
    }
    List<String> names = new ArrayList<>();
    for (String name : said.split("\0", -1)) {
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IOException("git cannot be run, which tells what has changed: is it installed?", e);
    }
  }

  private static int end(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("git was interrupted", e);
    }
  }
}
