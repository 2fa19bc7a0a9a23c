package dev.meshlint.core.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Patterns in the grammar of a {@code .gitignore} file. The last one that matches decides. Immutable.
 *
 * @see <a href="https://git-scm.com/docs/gitignore#_pattern_format">gitignore, pattern format</a>
 */
final class IgnoreRules {
  static final IgnoreRules NONE = new IgnoreRules(List.of());

  private final List<Rule> rules;

  private IgnoreRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  private record Rule(PathGlob glob, boolean anyFolder, boolean negated, boolean folderOnly) {}

  /** What the rules say about a path. */
  enum Verdict {
    /** Leave it out. */
    IGNORED,
    /** Take it, although an outer rule leaves it out. */
    KEPT,
    /** No rule matches. */
    SILENT
  }

  /** Reads the text of an ignore file. */
  static IgnoreRules parse(String text) {
    List<Rule> rules = new ArrayList<>();
    int start = text.startsWith("\uFEFF") ? 1 : 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        end = text.length();
      }
      String line = text.substring(start, end);
      add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line, rules);
      start = end + 1;
    }
    return rules.isEmpty() ? NONE : new IgnoreRules(rules);
  }

  /** Reads single patterns, such as those of a configuration. */
  static IgnoreRules of(List<String> patterns) {
    List<Rule> rules = new ArrayList<>();
    for (String pattern : patterns) {
      add(pattern, rules);
    }
    return rules.isEmpty() ? NONE : new IgnoreRules(rules);
  }

  private static void add(String line, List<Rule> rules) {
    String pattern = withoutTrailingBlanks(line);
    if (pattern.isEmpty() || pattern.charAt(0) == '#') {
      return;
    }
    boolean negated = pattern.charAt(0) == '!';
    if (negated) {
      pattern = pattern.substring(1);
    }
    boolean folderOnly = pattern.endsWith("/");
    if (folderOnly) {
      pattern = pattern.substring(0, pattern.length() - 1);
    }
    if (pattern.isEmpty()) {
      return;
    }
    boolean anyFolder = pattern.indexOf('/') < 0;
    rules.add(new Rule(PathGlob.of(pattern), anyFolder, negated, folderOnly));
  }

  private static String withoutTrailingBlanks(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ' && !escaped(line, end - 1)) {
      end--;
    }
    return line.substring(0, end);
  }

  private static boolean escaped(String line, int at) {
    int backslashes = 0;
    while (at - backslashes > 0 && line.charAt(at - backslashes - 1) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  /**
   * What the rules say about a path.
   *
   * @param path the names of the path, from some root down
   * @param from how many of them belong to the folder that the rules are for
   * @param folder whether the path is a folder
   */
  Verdict verdict(String[] path, int from, boolean folder) {
    for (int i = rules.size() - 1; i >= 0; i--) {
      Rule rule = rules.get(i);
      if (rule.folderOnly() && !folder) {
        continue;
      }
      boolean matches =
          rule.anyFolder()
              ? rule.glob().matchesName(path[path.length - 1])
              : rule.glob().matches(path, from, path.length);
      if (matches) {
        return rule.negated() ? Verdict.KEPT : Verdict.IGNORED;
      }
    }
    return Verdict.SILENT;
  }
}
