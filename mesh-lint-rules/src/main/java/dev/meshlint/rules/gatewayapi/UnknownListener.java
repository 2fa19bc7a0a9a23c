package dev.meshlint.rules.gatewayapi;

import dev.meshlint.core.manifest.Located;
import dev.meshlint.core.mesh.Attachment;
import dev.meshlint.core.mesh.Attachment.Outcome;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.gatewayapi.Gateway;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.model.gatewayapi.ListenerSet;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.model.kubernetes.ServicePort;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.value.NearMiss;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A route names a listener of a Gateway, or a port of a Service, that the parent does not have. */
public final class UnknownListener extends MeshRule {
  public UnknownListener() {
    super("gateway-api-unknown-listener");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (Attachment attachment : mesh.attachments().all()) {
      Outcome outcome = attachment.outcome();
      if (outcome == Outcome.NO_SECTION || outcome == Outcome.NO_PORT) {
        report(attachment, outcome == Outcome.NO_SECTION, out);
      }
    }
  }

  private static void report(Attachment attachment, boolean section, Findings out) {
    Text wrong =
        section ? attachment.reference().sectionName() : attachment.reference().text("port");
    if (wrong == null) {
      return;
    }
    List<String> there = there(attachment, section);
    Located parent = attachment.found().values().get(0);
    String title = parent.resource() == null ? "the parent" : parent.resource().title();
    Report report =
        out.report(
            wrong,
            "%s has no %s \"%s\"%s: the route does not attach"
                .formatted(title, noun(attachment, section), wrong, has(there)));
    report.related(parent, "the parent");
    String near = section ? NearMiss.suggestion(wrong.value(), there) : null;
    if (near != null) {
      report.help("did you mean \"" + near + "\"?");
    }
  }

  private static String noun(Attachment attachment, boolean section) {
    boolean service = attachment.parent().isService();
    if (section) {
      return service ? "port named" : "listener";
    }
    return service
        ? "port"
        : attachment.reference().has("sectionName")
            ? "listener of that name on port"
            : "listener on port";
  }

  private static String has(List<String> there) {
    int shown = Math.min(there.size(), 6);
    String more = there.size() > shown ? ", …" : "";
    return there.isEmpty()
        ? ""
        : " (it has " + String.join(", ", there.subList(0, shown)) + more + ")";
  }

  private static List<String> there(Attachment attachment, boolean section) {
    List<String> all = new ArrayList<>();
    for (Located parent : attachment.found().values()) {
      if (parent instanceof Service service) {
        for (ServicePort port : service.ports()) {
          add(section ? port.name() : port.text("port"), all);
        }
      } else {
        for (Listener listener : listeners(parent)) {
          add(section ? listener.name() : listener.text("port"), all);
        }
      }
    }
    return all;
  }

  private static List<Listener> listeners(Located parent) {
    return parent instanceof Gateway gateway
        ? gateway.listeners()
        : parent instanceof ListenerSet set ? set.listeners() : List.of();
  }

  private static void add(@Nullable Text text, List<String> all) {
    if (text != null && !all.contains(text.value())) {
      all.add(text.value());
    }
  }
}
