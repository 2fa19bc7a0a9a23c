package dev.meshlint.core.baseline;

import dev.meshlint.core.config.ConfigException;
import dev.meshlint.core.finding.BaselineUse;
import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.source.IoMessages;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.source.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Findings that are known: they are not reported again. A baseline can only shrink. Immutable, safe for use by several
 * threads.
 */
public final class Baseline {
  /** The usual name of the file. */
  public static final String FILE = ".mesh-lint-baseline.yaml";

  /** How names of what lies in no file begin, such as {@code <stdin>}. */
  private static final String NO_FILE = "<";

  private static final String INTERNAL_ERROR = "internal-error";

  private final Path folder;
  private final List<BaselineEntry> entries;

  Baseline(Path folder, List<BaselineEntry> entries) {
    this.folder = folder;
    this.entries = List.copyOf(entries);
  }

  /**
   * Reads the file of a baseline.
   *
   * @throws ConfigException if it cannot be read or is none; it names every mistake with its place
   */
  public static Baseline load(Path file) {
    return load(file.toString().replace('\\', '/'), file);
  }

  /**
   * Reads the file of a baseline, shown under a name.
   *
   * @throws ConfigException if it cannot be read or is none; it names every mistake with its place
   */
  public static Baseline load(String name, Path file) {
    Path folder = folder(file);
    try {
      return BaselineReader.read(new SourceFile(name, WholeFile.text(file)), folder);
    } catch (IOException e) {
      String message = "baseline \"" + name + "\" cannot be read: " + IoMessages.of(e);
      throw new ConfigException(List.of(new ConfigException.Problem(null, message)));
    }
  }

  /**
   * The baseline of a report, with all its findings.
   *
   * @param file where it will be written: names of files are relative to its folder
   * @param directory the folder that names of files in the report are relative to
   */
  public static Baseline of(LintReport report, Path file, Path directory) {
    Path folder = folder(file);
    Fingerprints fingerprints = new Fingerprints();
    Map<String, BaselineEntry> entries = new TreeMap<>();
    for (Finding finding : report.findings()) {
      if (!finding.rule().equals(INTERNAL_ERROR)) {
        String name = shown(finding.place().file().name(), directory, folder);
        String fingerprint = fingerprints.of(finding);
        String resource = finding.resource() == null ? "" : finding.resource().toString();
        entries.merge(
            name + '\n' + fingerprint,
            new BaselineEntry(
                fingerprint, finding.rule(), name, resource, Fingerprints.path(finding), 1),
            (one, other) -> one.withCount(one.count() + 1));
      }
    }
    return new Baseline(folder, List.copyOf(entries.values()));
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().normalize().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }

  private static String shown(String name, Path directory, Path folder) {
    if (name.startsWith(NO_FILE)) {
      return name;
    }
    Path path = directory.toAbsolutePath().resolve(name).normalize();
    boolean sameRoot = path.getRoot() != null && path.getRoot().equals(folder.getRoot());
    return (sameRoot ? folder.relativize(path) : path).toString().replace('\\', '/');
  }

  /** How many findings it lists. */
  public int size() {
    int size = 0;
    for (BaselineEntry entry : entries) {
      size += entry.count();
    }
    return size;
  }

  /**
   * The report without the findings that are listed here. It says what was left out and what is gone.
   *
   * @param judged what the run could find
   */
  public LintReport apply(LintReport report, Judged judged) {
    Map<String, Integer> left = new HashMap<>();
    entries.forEach(entry -> left.merge(entry.fingerprint(), entry.count(), Integer::sum));
    Fingerprints fingerprints = new Fingerprints();
    List<Finding> news = new ArrayList<>();
    List<Finding> known = new ArrayList<>();
    for (Finding finding : report.findings()) {
      String fingerprint = fingerprints.of(finding);
      int more = left.getOrDefault(fingerprint, 0);
      if (more > 0) {
        left.put(fingerprint, more - 1);
      }
      (more > 0 ? known : news).add(finding);
    }
    return report.withFindings(news, new BaselineUse(known, gone(left, judged)));
  }

  /** The fingerprints of findings that are there no more, each as often as it is missing. */
  private List<String> gone(Map<String, Integer> left, Judged judged) {
    List<String> gone = new ArrayList<>();
    for (BaselineEntry entry : entries) {
      int missing = Math.min(left.getOrDefault(entry.fingerprint(), 0), entry.count());
      if (missing > 0 && isJudged(entry, judged)) {
        left.merge(entry.fingerprint(), -missing, Integer::sum);
        for (int i = 0; i < missing; i++) {
          gone.add(entry.fingerprint());
        }
      }
    }
    return gone;
  }

  private boolean isJudged(BaselineEntry entry, Judged judged) {
    if (!judged.rules().test(entry.rule())) {
      return false;
    }
    if (judged.names().contains(entry.file()) || entry.file().startsWith(NO_FILE)) {
      return judged.names().contains(entry.file());
    }
    Path file = folder.resolve(entry.file()).normalize();
    return judged.files().contains(file) || !Files.exists(file);
  }

  /** The baseline without what is gone. */
  public Baseline without(List<String> gone) {
    Map<String, Integer> missing = new HashMap<>();
    gone.forEach(fingerprint -> missing.merge(fingerprint, 1, Integer::sum));
    List<BaselineEntry> kept = new ArrayList<>();
    for (BaselineEntry entry : entries) {
      int fewer = Math.min(missing.getOrDefault(entry.fingerprint(), 0), entry.count());
      missing.merge(entry.fingerprint(), -fewer, Integer::sum);
      if (entry.count() > fewer) {
        kept.add(entry.withCount(entry.count() - fewer));
      }
    }
    return new Baseline(folder, kept);
  }

  /** The text of the file: a finding a line, in an order that does not depend on the run. */
  public String text() {
    List<BaselineEntry> sorted = new ArrayList<>(entries);
    sorted.sort(
        Comparator.comparing(BaselineEntry::file)
            .thenComparing(BaselineEntry::resource)
            .thenComparing(BaselineEntry::rule)
            .thenComparing(BaselineEntry::path)
            .thenComparing(BaselineEntry::fingerprint));
    return BaselineReader.text(sorted);
  }
}
