package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Answer.NotFound;
import dev.meshlint.core.mesh.CrossReference;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.ObjectName;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.ReferenceGrant;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A ReferenceGrant that permits nothing: it lies in the wrong namespace, or nothing refers as it says. */
public final class IneffectiveReferenceGrant extends MeshRule {
  public IneffectiveReferenceGrant() {
    super("gateway-api-ineffective-reference-grant");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    Set<ReferenceGrant> used = Collections.newSetFromMap(new IdentityHashMap<>());
    Map<ReferenceGrant, ObjectName> misplaced = new IdentityHashMap<>();
    for (CrossReference cross : CrossReference.all(mesh)) {
      boolean permitted = false;
      var fitting = mesh.referenceGrants().fitting(cross.reference().resource(), cross.target());
      for (ReferenceGrant grant : fitting) {
        if (grant.resource().namespace().same(cross.target().namespace()) != Same.NO) {
          permitted = true;
          used.add(grant);
        }
      }
      for (ReferenceGrant grant : fitting) {
        if (!permitted && isBesideReferrer(grant, cross)) {
          misplaced.putIfAbsent(grant, cross.target());
        }
      }
    }
    for (ReferenceGrant grant : mesh.all(ReferenceGrant.class)) {
      ObjectName target = misplaced.get(grant);
      if (used.contains(grant)) {
        continue;
      }
      if (target != null) {
        out.report(
                grant.metadata().at("namespace"),
                ("a grant counts in the namespace of the target, \"%s\": here, beside what refers,"
                        + " it permits nothing")
                    .formatted(target.namespace().name()))
            .as("misplaced")
            .fix(move(grant, target.namespace(), mesh));
      } else if (!checkNamespaces(grant, mesh, out)) {
        checkUnused(grant, mesh, out);
      }
    }
  }

  /** A kustomization would put it back. */
  private static @Nullable Fix move(ReferenceGrant grant, NamespaceRef to, Mesh mesh) {
    Text written = grant.metadata().namespace();
    return written == null || !mesh.kustomizations().takenInBy(grant.resource()).isEmpty()
        ? null
        : Fixes.replaceScalar(
            "move it to namespace \"" + to.name() + "\"", false, written.node(), to.name());
  }

  private static @Nullable Fix rename(Text namespace, NotFound<?> missing) {
    String nearest = missing instanceof Absent<?> absent ? absent.nearest() : null;
    return nearest == null
        ? null
        : Fixes.replaceScalar(
            "name namespace \"" + nearest + "\"", false, namespace.node(), nearest);
  }

  private static boolean isBesideReferrer(ReferenceGrant grant, CrossReference cross) {
    return grant.resource().namespace().same(cross.reference().resource().namespace()) == Same.YES;
  }

  /** Whether it is clear that a namespace which may refer is not there. */
  private static boolean checkNamespaces(ReferenceGrant grant, Mesh mesh, Findings out) {
    boolean absent = false;
    for (Reference from : grant.from()) {
      Text namespace = from.namespace();
      if (namespace != null
          && !namespace.open()
          && mesh.namespaces().find(namespace.value()) instanceof NotFound<Resource> missing) {
        absent |= missing.isAbsent();
        out.report(
                namespace,
                missing,
                "namespace \"%s\" does not exist: nothing refers from there".formatted(namespace))
            .as("namespace")
            .fix(rename(namespace, missing));
      }
    }
    return absent;
  }

  /** Only where something of the kind that may refer is in view, and none of it does. */
  private static void checkUnused(ReferenceGrant grant, Mesh mesh, Findings out) {
    for (Reference from : grant.from()) {
      Text namespace = from.namespace();
      String kind = from.value("kind", Text.Format.NAME);
      String group = from.value("group", Text.Format.NAME);
      if (namespace == null
          || namespace.open()
          || kind == null
          || group == null
          || mesh.objects().namesIn(group, kind, NamespaceRef.named(namespace.value())).isEmpty()) {
        return;
      }
    }
    if (!grant.from().isEmpty()) {
      out.report(
              grant.from().get(0),
              "nothing in view refers from there to what this grant permits: it is not needed")
          .as("unused");
    }
  }
}
