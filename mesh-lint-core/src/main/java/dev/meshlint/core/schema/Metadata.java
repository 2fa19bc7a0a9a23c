package dev.meshlint.core.schema;

import dev.meshlint.core.fix.Fix;
import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.yaml.YamlMapping;
import dev.meshlint.core.yaml.YamlNode;
import dev.meshlint.core.yaml.YamlScalar;
import dev.meshlint.core.yaml.YamlScalar.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the API server wants of the metadata of any kind: a name, and nothing but text in labels and annotations. */
final class Metadata {
  private final Resource resource;
  private final Problems problems;

  Metadata(Resource resource, Problems problems) {
    this.resource = resource;
    this.problems = problems;
  }

  void check() {
    of(resource.node());
    of(jobTemplate());
    of(podTemplate());
  }

  /** Reports a resource without a name. Only for information: what lacks it may be a piece that a program completes. */
  void checkName() {
    boolean named =
        Scope.get(resource.node(), "metadata") instanceof YamlMapping metadata
            && (metadata.get("name") != null || metadata.get("generateName") != null);
    // What istioctl installs needs none; without one Cilium refuses its policies, which their
    // schema says.
    boolean exempt =
        switch (resource.kind()) {
          case "IstioOperator", "CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy" -> true;
          default -> false;
        };
    if (!named && !exempt) {
      YamlNode metadata = Scope.get(resource.node(), "metadata");
      problems.missing(
          Rules.MISSING_FIELD,
          "info",
          metadata instanceof YamlMapping ? metadata : resource.node(),
          "metadata",
          resource.kind() + " needs \"metadata.name\": without it no API server takes it",
          null);
    }
  }

  /** The pod that a resource is or makes: what has its metadata; null where it is and makes none. */
  @Nullable YamlNode pod() {
    return resource.kind().equals("Pod") ? resource.node() : podTemplate();
  }

  private @Nullable YamlNode podTemplate() {
    return switch (resource.kind()) {
      case "Deployment",
          "StatefulSet",
          "DaemonSet",
          "ReplicaSet",
          "ReplicationController",
          "Job",
          "Rollout" ->
          Items.at(resource.node(), "spec", "template");
      case "CronJob" -> Items.at(jobTemplate(), "spec", "template");
      case "Service" ->
          resource.group().equals("serving.knative.dev")
              ? Items.at(resource.node(), "spec", "template")
              : null;
      default -> null;
    };
  }

  private @Nullable YamlNode jobTemplate() {
    return resource.kind().equals("CronJob")
        ? Items.at(resource.node(), "spec", "jobTemplate")
        : null;
  }

  private void of(@Nullable YamlNode object) {
    if (Items.at(object, "metadata") instanceof YamlMapping metadata) {
      map(metadata, "labels", "label");
      map(metadata, "annotations", "annotation");
    }
  }

  private void map(YamlMapping metadata, String key, String word) {
    if (!(Scope.get(metadata, key) instanceof YamlMapping entries)) {
      return;
    }
    for (YamlMapping.Entry entry : entries.entries()) {
      YamlNode value = entry.value();
      String name = entry.name();
      if (name == null
          || value instanceof YamlScalar text && text.type() == Type.STRING
          || OpenNodes.isPlaceholder(value)) {
        continue;
      }
      List<Fix> fixes = List.of();
      String severity = null;
      String help = null;
      String message =
          word + " " + Values.quote(name) + " must be text, not " + Values.typeName(value);
      if (value instanceof YamlScalar scalar) {
        if (scalar.isNull()) {
          severity = "warning";
          message = word + " " + Values.quote(name) + " has no value: it is taken for \"\"";
          help = "write \"\" if that is meant";
        } else {
          message =
              word
                  + " "
                  + Values.quote(name)
                  + " must be text: "
                  + scalar.text()
                  + " without quotes is "
                  + Values.typeName(value);
          help = "quote it: \"" + scalar.text() + '"';
          fixes = Quoting.quote(scalar);
        }
      }
      problems.invalid(Rules.LABEL_NOT_STRING, severity, value, message, help, fixes);
    }
  }
}
