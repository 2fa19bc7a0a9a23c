package dev.meshlint.rules.istio.security;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.NamespaceReference;
import dev.meshlint.core.model.View;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.value.WildcardText;
import java.util.List;

/** A resource names a namespace that does not exist. */
public final class UnknownNamespace extends MeshRule {
  public UnknownNamespace() {
    super("istio-unknown-namespace");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (List<View> views : mesh.views().values()) {
      for (View view : views) {
        for (NamespaceReference reference : NamespaceReference.of(view)) {
          if (reference.use() != NamespaceReference.Use.PRINCIPAL
              && mesh.namespaces().find(reference.namespace())
                  instanceof NotFound<Resource> missing) {
            report(reference, missing, out);
          }
        }
      }
    }
  }

  private static void report(
      NamespaceReference reference, NotFound<Resource> missing, Findings out) {
    String what =
        reference.namespace().kind() == WildcardText.Kind.EXACT
            ? "namespace \"%s\" does not exist: ".formatted(reference.namespace())
            : "no namespace matches \"%s\": ".formatted(reference.namespace());
    Report report = out.report(reference.at(), missing, what + effect(reference.use()));
    switch (reference.use()) {
      case SOURCE, PRINCIPAL -> report.as("source");
      case EXPORT -> report.as("export");
      case GATEWAY_HOST -> report.as("gateway-host");
    }
    if (missing instanceof Absent<Resource> absent
        && absent.nearest() != null
        && reference.use() != NamespaceReference.Use.GATEWAY_HOST
        && reference.at().value().equals(reference.namespace().toString())) {
      report.fix(
          Fixes.replaceScalar(
              "name the namespace \"" + absent.nearest() + "\"",
              false,
              reference.at().node(),
              absent.nearest()));
    }
  }

  private static String effect(NamespaceReference.Use use) {
    return switch (use) {
      case SOURCE, PRINCIPAL -> "no caller comes from there";
      case EXPORT -> "nobody there sees the resource";
      case GATEWAY_HOST -> "the server takes no routes for this host";
    };
  }
}
