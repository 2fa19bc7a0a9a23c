package dev.meshlint.rules.istio.injection;

import dev.meshlint.core.mesh.CarriedKeys.Carried;
import dev.meshlint.core.mesh.Carrier;
import dev.meshlint.core.mesh.Injection;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View.Named;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.value.GoBoolean;
import dev.meshlint.rules.istio.injection.IstioKeys.Key;

/** An annotation that Istio has replaced. */
public final class DeprecatedAnnotation extends MeshRule {
  public DeprecatedAnnotation() {
    super("istio-deprecated-annotation");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Carried annotation : mesh.annotations().where(IstioKeys::isDeprecated)) {
      Named<Text> entry = annotation.entry();
      Carrier carrier = annotation.carrier();
      Key key = IstioKeys.annotation(entry.name());
      if (key == null || !key.isReadOn(carrier.kind())) {
        continue;
      }
      if (!entry.name().equals(Injection.INJECT)) {
        out.report(entry.key(), "annotation \"%s\" is deprecated".formatted(entry.name()));
      } else if (carrier.metadata().label(Injection.INJECT) == null) {
        String reason =
            Boolean.FALSE.equals(GoBoolean.parse(entry.value().value()))
                ? "the label of that name replaces it"
                : "only the label of that name switches injection on by itself";
        out.report(
                entry.key(), "annotation \"%s\" is deprecated: %s".formatted(entry.name(), reason))
            .help("write it under labels of the pod template");
      }
    }
  }
}
