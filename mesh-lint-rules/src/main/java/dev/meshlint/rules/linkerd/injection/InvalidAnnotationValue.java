package dev.meshlint.rules.linkerd.injection;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.CarriedKeys.Carried;
import dev.meshlint.core.mesh.Carrier;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.value.PortRanges;
import dev.meshlint.core.yaml.YamlScalar.Type;
import dev.meshlint.rules.linkerd.injection.LinkerdKeys.Key;

/** The value of an annotation that Linkerd cannot read. */
public final class InvalidAnnotationValue extends MeshRule {
  public InvalidAnnotationValue() {
    super("linkerd-invalid-annotation-value");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Carried annotation : mesh.annotations().where(LinkerdKeys::isAnnotation)) {
      Named<Text> entry = annotation.entry();
      Carrier carrier = annotation.carrier();
      Key key = LinkerdKeys.annotation(entry.name());
      Text value = entry.value();
      if (key != null
          && key.isRead()
          && key.isReadOn(carrier.kind())
          && !value.open()
          && value.node().type() == Type.STRING) {
        check(carrier, entry, key.grammar(), out);
      }
    }
  }

  private static void check(Carrier carrier, Named<Text> entry, String grammar, Findings out) {
    Text value = entry.value();
    String problem = AnnotationValues.problem(grammar, value.value());
    if (problem == null) {
      return;
    }
    String kind = kind(carrier, entry.name(), value);
    String effect =
        switch (kind) {
          case "opaque-ports" -> "the policy controller takes the whole list for empty";
          case "port-names" -> "policies take the whole list for empty";
          case "route" -> "the route is refused";
          default -> "the setting is ignored";
        };
    Report report =
        out.report(
                value,
                "\"%s\" is no value of %s, %s: %s".formatted(value, entry.name(), problem, effect))
            .as(kind);
    String meant = AnnotationValues.rewrite(grammar, value.value());
    if (meant != null) {
      report
          .help("did you mean \"" + meant + "\"?")
          .fix(Fixes.replaceScalar("write \"" + meant + "\"", true, value.node(), meant));
    }
  }

  /** Which case it is. */
  private static String kind(Carrier carrier, String key, Text value) {
    if (carrier.owner() instanceof Route route) {
      return isForServices(route) ? "route" : "setting";
    }
    return switch (key) {
      case "config.linkerd.io/opaque-ports" ->
          carrier.isPod() && hasOnlyNames(value) ? "port-names" : "opaque-ports";
      case "config.linkerd.io/default-inbound-policy" -> "inbound-policy";
      default -> "setting";
    };
  }

  /** Whether all that is wrong is that ports of the containers are named. */
  private static boolean hasOnlyNames(Text value) {
    for (String name : PortRanges.parse(value.value()).names()) {
      if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isForServices(Route route) {
    for (Reference parent : route.parentRefs()) {
      String group = route.defaultParentGroup();
      if (parent.isTo("", "Service", group, "Gateway")
          || parent.isTo("core", "Service", group, "Gateway")
          || parent.isTo("policy.linkerd.io", "EgressNetwork", group, "Gateway")) {
        return true;
      }
    }
    return false;
  }
}
