package dev.meshlint.core.render;

import dev.meshlint.core.finding.Finding;
import dev.meshlint.core.finding.LintReport;
import dev.meshlint.core.finding.Place;
import dev.meshlint.core.finding.Related;
import dev.meshlint.core.finding.SuppressedFinding;
import dev.meshlint.core.source.Source;
import dev.meshlint.core.source.SourceFile;
import dev.meshlint.core.source.SourceReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Leads findings in what was rendered back to the files that it was made of. Used by one thread. */
public final class Origins {
  private static final int LARGEST = 1 << 26;

  private final Map<SourceFile, Trace> traces = new IdentityHashMap<>();
  private boolean untouched = true;

  private Origins() {}

  /** The way from places in a rendered text to places in its origin. */
  interface Trace {
    /** The place in the origin that is nearest in meaning. */
    Place of(Place rendered);
  }

  /**
   * The report with places in origins as far as these are known. What was rendered cannot be edited: its findings lose their
   * fixes.
   */
  public static LintReport trace(LintReport report) {
    Origins origins = new Origins();
    List<Finding> findings = new ArrayList<>(report.findings().size());
    for (Finding finding : report.findings()) {
      findings.add(origins.trace(finding));
    }
    List<SuppressedFinding> suppressed = new ArrayList<>(report.suppressed().size());
    for (SuppressedFinding one : report.suppressed()) {
      Finding traced = origins.trace(one.finding());
      suppressed.add(new SuppressedFinding(traced, one.inSource(), one.reason()));
    }
    if (origins.untouched) {
      return report;
    }
    findings.sort(Finding.ORDER);
    return new LintReport(
        once(findings),
        suppressed,
        report.skipped(),
        report.errors(),
        report.files(),
        report.resources(),
        report.repaired(),
        report.baseline());
  }

  /** A template that makes several resources has one mistake in it, not several. */
  private static List<Finding> once(List<Finding> sorted) {
    List<Finding> once = new ArrayList<>(sorted.size());
    for (Finding finding : sorted) {
      if (once.isEmpty() || !saysTheSame(finding, once.get(once.size() - 1))) {
        once.add(finding);
      }
    }
    return once;
  }

  private static boolean saysTheSame(Finding one, Finding other) {
    return Finding.ORDER.compare(one, other) == 0 && Objects.equals(one.mesh(), other.mesh());
  }

  private Finding trace(Finding finding) {
    boolean rendered = isRendered(finding.place());
    List<Related> related = new ArrayList<>(finding.related().size());
    for (Related one : finding.related()) {
      rendered |= isRendered(one.place());
      related.add(new Related(trace(one.place()), one.message()));
    }
    if (!rendered) {
      return finding;
    }
    untouched = false;
    return finding.elsewhere(trace(finding.place()), related);
  }

  private static boolean isRendered(Place place) {
    Source source = place.file().source();
    return source != null && source.isRendered();
  }

  private Place trace(Place place) {
    Source source = place.file().source();
    Path origin = source == null ? null : source.origin();
    return origin == null
        ? place
        : traces.computeIfAbsent(place.file(), file -> traceTo(origin, file)).of(place);
  }

  private static Trace traceTo(Path origin, SourceFile rendered) {
    @Nullable SourceFile file =
        Files.isRegularFile(origin)
            ? new SourceReader(LARGEST).read(Source.of(rendered.name(), origin)).file()
            : null;
    if (file == null) {
      return place -> place;
    }
    return file.text().contains("{{")
        ? new TemplateTrace(rendered, file)
        : new NodeTrace(rendered, file);
  }
}
