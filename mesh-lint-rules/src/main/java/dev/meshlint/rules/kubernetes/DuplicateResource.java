package dev.meshlint.rules.kubernetes;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.Repetition;
import dev.meshlint.core.model.View;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;

/** One resource, defined twice where both definitions are applied. */
public final class DuplicateResource extends MeshRule {
  public DuplicateResource() {
    super("k8s-duplicate-resource");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Repetition repetition : mesh.repetitions()) {
      out.report(
              name(repetition.again()),
              "%s is defined twice in one %s"
                  .formatted(repetition.again().title(), effect(repetition)))
          .as(repetition.isCopy() ? "copy" : "different")
          .related(name(repetition.first()), "first defined here");
    }
  }

  private static String effect(Repetition repetition) {
    if (repetition.kustomized()) {
      return "kustomization: kustomize refuses to build it";
    }
    return repetition.isCopy()
        ? "file, with the same words"
        : "file: the last one wins, and the other one is lost";
  }

  private static Located name(Resource resource) {
    return new View(View.root(resource)).child("metadata").at("name");
  }
}
