package dev.meshlint.rules.cilium.annotation;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.kubernetes.Ingress;
import dev.meshlint.core.model.kubernetes.IngressRule;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.ResourceRule;
import java.util.ArrayList;
import java.util.List;

/** A plain path that Cilium's proxy reads as an expression for the whole path. */
public final class IngressPathIsRegex extends ResourceRule<Ingress> {
  private static final String EXPRESSION = "\\^$*+?()[]{}|";

  private record Path(Text text, Text type) {}

  public IngressPathIsRegex() {
    super("cilium-ingress-path-is-regex", Ingress.class);
  }

  @Override
  public void check(Ingress ingress, Mesh mesh, Findings out) {
    if (!mesh.cilium().proxies().serves(ingress)) {
      return;
    }
    List<Path> plain = new ArrayList<>();
    for (IngressRule rule : ingress.rules()) {
      for (View path : rule.paths()) {
        Text type = path.text("pathType");
        Text text = path.name("path");
        if (type != null && type.is("ImplementationSpecific") && text != null && !text.open()) {
          if (isExpression(text.value())) {
            return;
          }
          if (!isFile(text.value())) {
            plain.add(new Path(text, type));
          }
        }
      }
    }
    plain.forEach(path -> report(path.text(), path.type(), out));
  }

  private static void report(Text path, Text type, Findings out) {
    out.report(
            path,
            "Cilium reads \"%s\" as an expression for the whole path: requests below it get 404"
                .formatted(path))
        .related(type, "makes it an expression")
        .help("write pathType Prefix, or Exact if nothing else is meant")
        .fix(Fixes.replaceScalar("write pathType Prefix", false, type.node(), "Prefix"));
  }

  /** Whether it holds signs of an expression: then its author knows what it is. */
  private static boolean isExpression(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (EXPRESSION.indexOf(path.charAt(i)) >= 0) {
        return true;
      }
    }
    return !path.startsWith("/");
  }

  /** Whether it ends with the name of a file, which is plainly a whole path. */
  private static boolean isFile(String path) {
    return path.indexOf('.', path.lastIndexOf('/')) >= 0;
  }
}
