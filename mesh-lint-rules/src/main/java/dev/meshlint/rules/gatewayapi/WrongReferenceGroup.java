package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.LinkerdRoutes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.BackendTLSPolicy;
import dev.meshlint.core.model.gatewayapi.ListenerSet;
import dev.meshlint.core.model.gatewayapi.ReferenceGrant;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.RouteBackend;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;

/** A reference names a kind in a group that does not own it, mostly because the group was left out. */
public final class WrongReferenceGroup extends MeshRule {
  private static final String GATEWAY_API = "gateway.networking.k8s.io";

  public WrongReferenceGroup() {
    super("gateway-api-wrong-reference-group");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Route route : mesh.attachments().routes()) {
      boolean linkerds = false;
      for (Reference parent : route.parentRefs()) {
        check(parent, "Gateway", route.defaultParentGroup(), true, out);
        linkerds |= LinkerdRoutes.parent(parent, route) != LinkerdRoutes.Parent.OTHER;
      }
      for (RouteBackend backend : route.backends()) {
        check(backend.backend(), "Service", "", linkerds, out);
      }
    }
    for (ListenerSet set : mesh.all(ListenerSet.class)) {
      check(set.parentRef(), "Gateway", GATEWAY_API, false, out);
    }
    for (ReferenceGrant grant : mesh.all(ReferenceGrant.class)) {
      grant.from().forEach(from -> check(from, "", "", false, out));
      grant.to().forEach(to -> check(to, "", "", false, out));
    }
    for (BackendTLSPolicy policy : mesh.all(BackendTLSPolicy.class)) {
      policy.targetRefs().forEach(target -> check(target, "", "", false, out));
    }
  }

  private static void check(
      Reference reference,
      String defaultKind,
      String defaultGroup,
      boolean linkerds,
      Findings out) {
    Text group = reference.group();
    if (!reference.present() || reference.isOpen("kind") || reference.isOpen("group")) {
      return;
    }
    Text ofKind = reference.kind();
    String kind = ofKind == null ? defaultKind : ofKind.value();
    String owner = ReferenceGroups.ownerOf(kind);
    String written = group == null ? defaultGroup : group.value();
    if (owner == null
        || (group == null && ofKind == null)
        || !ReferenceGroups.isMistake(kind, written, linkerds)) {
      return;
    }
    String message =
        "%s %s: it belongs to %s, so the reference names nothing"
            .formatted(
                kind,
                group == null
                    ? "without group is looked for in " + named(defaultGroup)
                    : "is no kind of " + named(written),
                named(owner));
    out.report(group == null ? reference : group, message).fix(fix(reference, group, owner));
  }

  private static @Nullable Fix fix(Reference reference, @Nullable Text group, String owner) {
    String text = owner.isEmpty() ? "\"\"" : owner;
    if (group != null) {
      return Fixes.replaceScalar("name the group " + text, true, group.node(), owner);
    }
    return reference.node() instanceof YamlMapping mapping
        ? Fixes.insertEntry("name the group " + text, true, mapping, "group", text)
        : null;
  }

  private static String named(String group) {
    return group.isEmpty() ? "the core group (\"\")" : "\"" + group + "\"";
  }
}
