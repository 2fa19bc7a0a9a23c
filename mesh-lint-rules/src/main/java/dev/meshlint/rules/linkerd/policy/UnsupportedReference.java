package dev.meshlint.rules.linkerd.policy;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.LinkerdPolicies;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Reference;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.linkerd.AuthorizationPolicy;
import dev.meshlint.core.model.linkerd.HTTPLocalRateLimitPolicy;
import dev.meshlint.core.model.linkerd.MeshTLSAuthentication;
import dev.meshlint.core.model.linkerd.RateLimitOverride;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.MeshRule;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A policy refers to a kind that Linkerd does not take there; the webhook refuses it. */
public final class UnsupportedReference extends MeshRule {
  private static final String POLICY = LinkerdPolicies.GROUP;
  private static final String GATEWAY = "gateway.networking.k8s.io";

  /** What each field takes: group and kind; the empty group is the core group. */
  private static final List<List<String>> TARGETS =
      List.of(
          List.of(POLICY, "Server"),
          List.of(POLICY, "HTTPRoute"),
          List.of(GATEWAY, "HTTPRoute"),
          List.of(GATEWAY, "GRPCRoute"),
          List.of("", "Namespace"));

  private static final List<List<String>> AUTHENTICATIONS =
      List.of(
          List.of(POLICY, "MeshTLSAuthentication"),
          List.of(POLICY, "NetworkAuthentication"),
          List.of("", "ServiceAccount"));

  private static final List<List<String>> IDENTITIES =
      List.of(List.of("", "ServiceAccount"), List.of("", "Namespace"));

  private static final List<List<String>> SERVERS = List.of(List.of(POLICY, "Server"));
  private static final List<List<String>> CLIENTS = List.of(List.of("", "ServiceAccount"));

  public UnsupportedReference() {
    super("linkerd-unsupported-reference");
  }

  @Override
  public void check(Mesh mesh, Findings out) {
    for (AuthorizationPolicy policy : mesh.all(AuthorizationPolicy.class)) {
      check(policy.targetRef(), TARGETS, "target", out);
      for (Reference authentication : policy.requiredAuthenticationRefs()) {
        check(authentication, AUTHENTICATIONS, "authentication", out);
      }
    }
    for (MeshTLSAuthentication authentication : mesh.all(MeshTLSAuthentication.class)) {
      for (Reference identity : authentication.identityRefs()) {
        check(identity, IDENTITIES, "identity", out);
      }
    }
    for (HTTPLocalRateLimitPolicy policy : mesh.all(HTTPLocalRateLimitPolicy.class)) {
      check(policy.targetRef(), SERVERS, "target", out);
      for (RateLimitOverride override : policy.overrides()) {
        for (Reference client : override.clientRefs()) {
          check(client, CLIENTS, "client", out);
        }
      }
    }
  }

  private static void check(
      Reference reference, List<List<String>> allowed, String what, Findings out) {
    Text kind = reference.kind();
    Text group = reference.group();
    if (kind == null || kind.open() || (group != null && group.open())) {
      return;
    }
    String written =
        group == null ? "" : group.value().equalsIgnoreCase("core") ? "" : group.value();
    List<String> groups = new ArrayList<>();
    for (List<String> pair : allowed) {
      if (pair.get(1).equalsIgnoreCase(kind.value())) {
        if (pair.get(0).equalsIgnoreCase(written)) {
          return;
        }
        groups.add(pair.get(0));
      }
    }
    if (groups.isEmpty()) {
      reportKind(kind, allowed, what, out);
    } else {
      reportGroup(reference, kind, group, groups, out);
    }
  }

  private static void reportKind(Text kind, List<List<String>> allowed, String what, Findings out) {
    List<String> kinds = new ArrayList<>();
    for (List<String> pair : allowed) {
      if (!kinds.contains(pair.get(1))) {
        kinds.add(pair.get(1));
      }
    }
    String meant = NearMiss.suggestion(kind.value(), kinds);
    out.report(
            kind,
            "\"%s\" cannot be %s here, only %s can: the policy is refused"
                .formatted(kind, a(what), String.join(", ", kinds)))
        .help(meant == null ? "name one of these kinds" : "did you mean \"" + meant + "\"?");
  }

  private static void reportGroup(
      Reference reference, Text kind, @Nullable Text group, List<String> groups, Findings out) {
    String all = String.join("\" or \"", groups);
    String message =
        group == null
            ? "without a group, \"%s\" is one of the core group, where there is none; it is of \"%s\": the policy is refused"
            : "\"%s\" is a kind of \"%s\", not of \"" + group + "\": the policy is refused";
    Report report =
        out.report(group == null ? kind : group, message.formatted(kind, all))
            .help("write group: " + (all.isEmpty() ? "\"\"" : all));
    if (groups.size() == 1 && group != null) {
      report.fix(
          Fixes.replaceScalar(
              "write the group \"" + groups.get(0) + "\"", true, group.node(), groups.get(0)));
    } else if (groups.size() == 1 && reference.node() instanceof YamlMapping mapping) {
      report.fix(
          Fixes.insertEntry(
              "add the group \"" + groups.get(0) + "\"", true, mapping, "group", groups.get(0)));
    }
  }

  private static String a(String noun) {
    return ("aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
  }
}
