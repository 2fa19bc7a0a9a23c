package dev.meshlint.core.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which files and folders the configuration takes, and which folders nobody means. */
final class FileRules {
  private static final List<String> VERSION_CONTROL = List.of(".git", ".hg", ".svn", ".jj");
  private static final List<String> TOOL_FOLDERS =
      List.of(
          "node_modules",
          ".terraform",
          ".terragrunt-cache",
          ".venv",
          ".tox",
          ".gradle",
          ".m2",
          "__pycache__");

  private final IgnoreRules include;
  private final IgnoreRules includeOtherNames;
  private final IgnoreRules exclude;
  private final String[] base;

  /** The same without what the configuration leaves out, for context that it names. */
  FileRules withoutExcludes() {
    return new FileRules(include, includeOtherNames, IgnoreRules.NONE, base);
  }

  private FileRules(
      IgnoreRules include, IgnoreRules includeOtherNames, IgnoreRules exclude, String[] base) {
    this.include = include;
    this.includeOtherNames = includeOtherNames;
    this.exclude = exclude;
    this.base = base;
  }

  FileRules(SourceQuery query) {
    include = IgnoreRules.of(query.include());
    includeOtherNames = IgnoreRules.of(namingExtension(query.include()));
    exclude = IgnoreRules.of(query.exclude());
    Path folder = query.projectFolder();
    base = names(folder == null ? query.workingDirectory() : folder);
  }

  /** The names of a path from the root of its file system down. */
  static String[] names(Path path) {
    String[] names = new String[path.getNameCount()];
    for (int i = 0; i < names.length; i++) {
      names[i] = path.getName(i).toString();
    }
    return names;
  }

  /** Whether a name says that the file is YAML or JSON. */
  static boolean isManifestName(String name) {
    return name.endsWith(".yaml")
        || name.endsWith(".yml")
        || name.endsWith(".json")
        || name.equals("Kustomization");
  }

  /** A folder of which nothing is ever read or counted. */
  static boolean isVersionControl(String name) {
    return VERSION_CONTROL.contains(name);
  }

  /** A folder that a tool fills. */
  static boolean isToolFolder(String name) {
    return TOOL_FOLDERS.contains(name);
  }

  /**
   * Whether a pattern names the extension of files: {@code *.tmpl} does, {@code deploy/**} does not, and means the files
   * that are read by default.
   */
  static boolean namesExtension(String pattern) {
    String last = Locations.lastName(pattern);
    int dot = last.lastIndexOf('.');
    return dot >= 0 && dot + 1 < last.length() && !SegmentGlob.isGlob(last.substring(dot));
  }

  private static List<String> namingExtension(List<String> patterns) {
    List<String> found = new ArrayList<>();
    for (String pattern : patterns) {
      if (namesExtension(pattern)) {
        found.add(pattern);
      }
    }
    return found;
  }

  /** Whether a file found in a folder is to be read. */
  boolean takes(String[] path) {
    if (!isManifestName(path[path.length - 1])) {
      return !includeOtherNames.isEmpty() && ignores(includeOtherNames, path);
    }
    return include.isEmpty() || matches(include, path, false);
  }

  private boolean ignores(IgnoreRules rules, String[] path) {
    return rules.verdict(path, depth(path), false) == IgnoreRules.Verdict.IGNORED;
  }

  /** Whether the configuration leaves a file or folder out by itself. */
  boolean excludes(String[] path, boolean folder) {
    return !exclude.isEmpty()
        && exclude.verdict(path, depth(path), folder) == IgnoreRules.Verdict.IGNORED;
  }

  /** Whether the configuration leaves out a file or a folder around it. */
  boolean excludesAnyOf(String[] path, boolean folder) {
    return !exclude.isEmpty() && matches(exclude, path, folder);
  }

  /** Whether the rules match a path or a folder around it. */
  private boolean matches(IgnoreRules rules, String[] path, boolean folder) {
    int from = depth(path);
    IgnoreRules.Verdict verdict = rules.verdict(path, from, folder);
    for (int end = path.length - 1; end > from && verdict == IgnoreRules.Verdict.SILENT; end--) {
      verdict = rules.verdict(Arrays.copyOf(path, end), from, true);
    }
    return verdict == IgnoreRules.Verdict.IGNORED;
  }

  /** How many names the patterns do not see: those of the base folder, or what is common with it. */
  private int depth(String[] path) {
    int common = 0;
    while (common < base.length && common < path.length - 1 && base[common].equals(path[common])) {
      common++;
    }
    return common;
  }
}
