package dev.meshlint.core.mesh;

import dev.meshlint.core.manifest.NamespaceRef;
import dev.meshlint.core.manifest.NamespaceRef.Same;
import dev.meshlint.core.mesh.Attachment.Outcome;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.View;
import dev.meshlint.core.model.gatewayapi.Listener;
import dev.meshlint.core.model.gatewayapi.Route;
import dev.meshlint.core.value.GatewayHostname;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The stages in which a Gateway or ListenerSet decides whether a route attaches to its listeners. */
final class ListenerStages {
  private final Admission admission;

  ListenerStages(Admission admission) {
    this.admission = admission;
  }

  /** What came of it, and the listeners that were left before the stage that failed. */
  record Result(Outcome outcome, List<Listener> listeners) {
    static final Result UNKNOWN = new Result(Outcome.UNKNOWN, List.of());
  }

  /** A stage: of one listener, whether it lets the route pass. */
  private record Stage(Outcome failure, Function<Listener, Same> test) {}

  Result attach(Route route, Reference parent, List<Listener> all, NamespaceRef holder) {
    if (all.isEmpty() || parent.isOpen("sectionName") || parent.isOpen("port")) {
      return Result.UNKNOWN;
    }
    Text section = parent.sectionName();
    Integer port = parent.port();
    NamespaceRef own = route.resource().namespace();
    List<Stage> stages =
        List.of(
            new Stage(Outcome.NO_SECTION, one -> section == null ? Same.YES : named(one, section)),
            new Stage(Outcome.NO_PORT, one -> port == null ? Same.YES : isAt(one, port)),
            new Stage(
                Outcome.NAMESPACE,
                one -> admission.admits(one.allowedRoutes().namespaces(), "Same", holder, own)),
            new Stage(Outcome.KIND, one -> RouteKinds.admits(one, route)),
            new Stage(Outcome.HOSTNAME, one -> meets(one, route)));
    List<Listener> left = all;
    for (Stage stage : stages) {
      List<Listener> passed = new ArrayList<>();
      for (Listener listener : left) {
        if (stage.test().apply(listener) != Same.NO) {
          passed.add(listener);
        }
      }
      if (passed.isEmpty()) {
        return new Result(stage.failure(), left);
      }
      left = passed;
    }
    return new Result(Outcome.ATTACHED, left);
  }

  private static Same named(Listener listener, Text section) {
    Text name = listener.name();
    return name == null || name.open() ? Same.MAYBE : yes(name.value().equals(section.value()));
  }

  private static Same isAt(Listener listener, int port) {
    Integer own = listener.port();
    return own == null ? Same.MAYBE : yes(own == port);
  }

  private static Same meets(Listener listener, Route route) {
    if (!RouteKinds.hasHostnames(route) || route.spec().isOpen("hostnames")) {
      return Same.YES;
    }
    List<Text> hostnames = route.hostnames();
    Same result = hostnames.isEmpty() ? Same.YES : Same.NO;
    for (Text hostname : hostnames) {
      Same one = meets(listener, hostname);
      if (one != Same.NO) {
        return one;
      }
    }
    return result;
  }

  /** Whether a listener and a host of a route have hosts in common. */
  static Same meets(Listener listener, Text hostname) {
    if (hostname.open() || listener.isOpen("hostname")) {
      return Same.MAYBE;
    }
    return yes(GatewayHostname.intersects(text(listener.hostname()), hostname.value()));
  }

  private static @Nullable String text(@Nullable Text text) {
    return text == null ? null : text.value();
  }

  private static Same yes(boolean yes) {
    return yes ? Same.YES : Same.NO;
  }

  /** Whether the listeners are known: a list without placeholders. */
  static boolean areKnown(View spec) {
    return spec.present() && !spec.isOpen("listeners");
  }
}
