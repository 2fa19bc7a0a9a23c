package dev.meshlint.rules.istio.routing;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.istio.DestinationRule;
import dev.meshlint.core.model.istio.Subset;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The labels of a subset are carried by no workload of the service. */
public final class SubsetSelectsNoWorkload extends ResourceRule<DestinationRule> {
  public SubsetSelectsNoWorkload() {
    super("istio-subset-selects-no-workload", DestinationRule.class);
  }

  @Override
  public void check(DestinationRule rule, Mesh mesh, Findings out) {
    Text host = rule.host();
    if (host == null) {
      return;
    }
    for (Subset subset : rule.subsets()) {
      if (!subset.labels().isEmpty()
          && mesh.workloads().ofSubset(host, subset, mesh.services())
              instanceof NotFound<Located> missing) {
        out.report(
                subset.labels().get(0).value(),
                missing,
                "subset \"%s\" selects none of the workloads of host \"%s\" by %s: its routes get 503"
                    .formatted(subset.name(), host, labels(subset)))
            .fix(fix(subset, missing));
      }
    }
  }

  /** Puts in place of one label's value the near one that workloads carry. */
  private static @Nullable Fix fix(Subset subset, NotFound<Located> missing) {
    String near = missing instanceof Absent<Located> absent ? absent.nearest() : null;
    if (near == null) {
      return null;
    }
    for (Named<Text> label : subset.labels()) {
      String start = label.name() + ": ";
      if (near.startsWith(start)) {
        String value = near.substring(start.length());
        return Fixes.replaceScalar("select \"" + near + "\"", false, label.value().node(), value);
      }
    }
    return null;
  }

  private static String labels(Subset subset) {
    List<String> labels = new ArrayList<>();
    for (Named<Text> label : subset.labels()) {
      labels.add(label.name() + "=" + label.value());
    }
    return String.join(",", labels);
  }
}
