package dev.meshlint.rules.linkerd.routing;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Metadata;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.linkerd.EgressNetwork;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.value.LinkerdDuration;
import dev.meshlint.core.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;

/** Settings of a circuit breaker that never act. */
public final class IneffectiveFailureAccrual extends MeshRule {
  private static final String MODE = "balancer.linkerd.io/failure-accrual";
  private static final String CONSECUTIVE = "balancer.linkerd.io/failure-accrual-consecutive-";
  private static final String RATE = "balancer.alpha.linkerd.io/failure-accrual-success-rate-";
  private static final String ALPHA = "balancer.alpha.linkerd.io/";

  public IneffectiveFailureAccrual() {
    super("linkerd-ineffective-failure-accrual");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    mesh.all(Service.class).forEach(service -> check(service.metadata(), out));
    mesh.all(EgressNetwork.class).forEach(network -> check(network.metadata(), out));
  }

  private static void check(Metadata metadata, Findings out) {
    Text mode = metadata.annotation(MODE);
    if (mode == null) {
      checkWithoutMode(metadata, out);
    } else if (!mode.open()) {
      checkMode(metadata, mode, out);
    }
    checkPenalties(metadata, out);
    if (metadata.annotation(ALPHA + "penalize-failures") == null) {
      for (Named<Text> entry : metadata.annotations()) {
        if (entry.name().startsWith(ALPHA + "load-biaser-")) {
          out.report(
                  entry.key(),
                  "\"%s\" has no effect without %spenalize-failures".formatted(entry.name(), ALPHA))
              .as("mode");
        }
      }
    }
  }

  private static void checkWithoutMode(Metadata metadata, Findings out) {
    for (Named<Text> entry : metadata.annotations()) {
      String key = entry.name();
      if (key.startsWith(MODE + "-") || key.startsWith(ALPHA + "failure-accrual-")) {
        String mode = key.startsWith(CONSECUTIVE) ? "consecutive" : "unified";
        Report report =
            out.report(
                    entry.key(),
                    "\"%s\" has no effect: without %s there is no circuit breaker"
                        .formatted(key, MODE))
                .as("mode")
                .help("add " + MODE + ": " + mode);
        if (metadata.child("annotations").node() instanceof YamlMapping mapping) {
          report.fix(
              Fixes.insertEntry("switch the circuit breaker on", false, mapping, MODE, mode));
        }
        return;
      }
    }
  }

  private static void checkMode(Metadata metadata, Text mode, Findings out) {
    if (mode.value().equals("consecutive")) {
      for (Named<Text> entry : metadata.annotations()) {
        if (entry.name().startsWith(RATE)) {
          out.report(
                  entry.key(),
                  "\"%s\" has no effect in mode \"consecutive\"".formatted(entry.name()))
              .as("mode")
              .related(mode, "the mode");
        }
      }
    } else if (mode.value().equals("unified")
        && isZero(metadata.annotation(CONSECUTIVE + "max-failures"))
        && isZero(metadata.annotation(RATE + "threshold"))) {
      out.report(mode, "both limits are 0: the circuit breaker never opens").as("off");
    }
  }

  private static boolean isZero(@Nullable Text value) {
    Double number = value == null || value.open() ? null : value.number();
    return number != null && number == 0;
  }

  private static void checkPenalties(Metadata metadata, Findings out) {
    Text min = metadata.annotation(CONSECUTIVE + "min-penalty");
    Text max = metadata.annotation(CONSECUTIVE + "max-penalty");
    Long least = min == null ? Long.valueOf(1_000) : millis(min);
    Long most = max == null ? Long.valueOf(60_000) : millis(max);
    Text written = min != null ? min : max;
    if (written != null && least != null && most != null && least > most) {
      out.report(
              written,
              "the least penalty is longer than the greatest: the whole circuit breaker is dropped")
          .as("penalty");
    } else if (max != null && most != null && most == 0) {
      out.report(max, "the greatest penalty is 0: the whole circuit breaker is dropped")
          .as("penalty");
    }
  }

  private static @Nullable Long millis(Text text) {
    return text.open() ? null : LinkerdDuration.millis(text.value());
  }
}
