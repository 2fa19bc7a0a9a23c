package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.model.gatewayapi.RouteBackend;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;

/** A reference names a kind in a group that does not own it, mostly because the group was left out. */
public final class WrongReferenceGroup extends MeshRule {
  public WrongReferenceGroup() {
    super("gateway-api-wrong-reference-group");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Route route : mesh.attachments().routes()) {
      for (Reference parent : route.parentRefs()) {
        check(parent, route.defaultParentGroup(), out);
      }
      for (RouteBackend backend : route.backends()) {
        check(backend.backend(), "", out);
      }
    }
  }

  private static void check(Reference reference, String defaultGroup, Findings out) {
    Text kind = reference.kind();
    Text group = reference.group();
    if (kind == null || kind.open() || reference.isOpen("group")) {
      return;
    }
    String owner = ReferenceGroups.ownerOf(kind.value());
    String written = group == null ? defaultGroup : group.value();
    if (owner == null || !ReferenceGroups.isMistake(owner, written)) {
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
