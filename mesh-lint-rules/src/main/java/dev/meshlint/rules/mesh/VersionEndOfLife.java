package dev.meshlint.rules.mesh;

import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.Releases;
import dev.meshlint.core.mesh.Releases.Release;
import dev.meshlint.core.mesh.SupportEnds;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A control plane of a version that nobody mends any more. */
public final class VersionEndOfLife extends MeshRule {
  public VersionEndOfLife() {
    super("mesh-version-end-of-life");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Releases all = mesh.operation().releases();
    List<Release> releases = new ArrayList<>(all.controlPlanes());
    // Of a control plane that is in view, the revisions that are named after it say nothing more.
    Set<String> installed = new HashSet<>();
    releases.forEach(release -> installed.add(release.title()));
    for (Release revision : all.revisions()) {
      if (!installed.contains(revision.title())) {
        releases.add(revision);
      }
    }
    if (releases.isEmpty()) {
      return;
    }
    LocalDate today = LocalDate.ofInstant(mesh.settings().now(), ZoneOffset.UTC);
    SupportEnds ends = new SupportEnds();
    Set<String> seen = new HashSet<>();
    for (Release release : releases) {
      LocalDate end = ends.of(release.product(), release.version());
      boolean first = seen.add(release.resource().file().name() + ' ' + release.title());
      if (end != null && end.isBefore(today) && first) {
        out.report(
            release,
            "support of %s ended by %s: security problems found since then stay open"
                .formatted(release.title(), end));
      }
    }
  }
}
