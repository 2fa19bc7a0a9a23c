package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.linkerd.ProfileRoute;
import dev.meshlint.core.model.linkerd.ResponseClass;
import dev.meshlint.core.model.linkerd.ResponseMatch;
import dev.meshlint.core.model.linkerd.ServiceProfile;
import dev.meshlint.core.model.linkerd.StatusRange;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.yaml.YamlMapping;

/** A range of statuses with one end only: the proxy drops the class of responses. */
public final class OpenStatusRange extends ResourceRule<ServiceProfile> {
  public OpenStatusRange() {
    super("linkerd-open-status-range", ServiceProfile.class);
  }

  @Override
  public void check(ServiceProfile profile, Mesh mesh, Findings out) {
    for (ProfileRoute route : profile.routes()) {
      for (ResponseClass responses : route.responseClasses()) {
        check(responses.condition(), out);
      }
    }
  }

  private static void check(ResponseMatch match, Findings out) {
    StatusRange status = match.status();
    if (isOpen(status, "max") && !isOpen(status, "min")) {
      report(status, "max", "599", out);
    } else if (isOpen(status, "min") && !isOpen(status, "max")) {
      report(status, "min", "100", out);
    }
    match.all().forEach(part -> check(part, out));
    match.any().forEach(part -> check(part, out));
    if (match.not().present()) {
      check(match.not(), out);
    }
  }

  private static boolean isOpen(StatusRange status, String end) {
    return status.present() && !status.has(end);
  }

  private static void report(StatusRange status, String missing, String value, Findings out) {
    Report report =
        out.report(
                status,
                "without \"%s\" the proxy drops this class of responses: they all count as successes"
                    .formatted(missing))
            .help("add " + missing + ": " + value);
    if (status.node() instanceof YamlMapping mapping) {
      report.fix(Fixes.insertEntry("add " + missing, true, mapping, missing, value));
    }
  }
}
