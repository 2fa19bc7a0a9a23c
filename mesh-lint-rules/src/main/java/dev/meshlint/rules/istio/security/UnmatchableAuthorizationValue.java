package dev.meshlint.rules.istio.security;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Answer.Absent;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.mesh.MeshService;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.AuthorizationOperation;
import dev.meshlint.core.model.istio.AuthorizationPolicy;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.OperationValues;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A method, path or host that no request carries: the rule never matches because of it. */
public final class UnmatchableAuthorizationValue extends ResourceRule<AuthorizationPolicy> {
  public UnmatchableAuthorizationValue() {
    super("istio-unmatchable-authorization-value", AuthorizationPolicy.class);
  }

  @Override
  public void check(AuthorizationPolicy policy, Mesh mesh, Findings out) {
    for (AuthorizationOperation operation : policy.operations()) {
      for (List<Text> methods : List.of(operation.methods(), operation.notMethods())) {
        methods.forEach(method -> checkMethod(method, out));
      }
      for (List<Text> paths : List.of(operation.paths(), operation.notPaths())) {
        paths.forEach(path -> check(path, OperationValues.pathProblem(path.value()), "path", out));
      }
      for (List<Text> hosts : List.of(operation.hosts(), operation.notHosts())) {
        hosts.forEach(host -> checkHost(host, mesh, out));
      }
    }
  }

  private static void checkMethod(Text method, Findings out) {
    String problem = OperationValues.methodProblem(method.value());
    if (problem == null || method.open()) {
      return;
    }
    Report report =
        out.report(method, "method \"%s\" is that of no request: %s".formatted(method, problem))
            .as("method");
    String upper = method.value().toUpperCase(Locale.ROOT);
    if (OperationValues.methodProblem(upper) == null) {
      report.fix(Fixes.replaceScalar("write \"" + upper + "\"", true, method.node(), upper));
    }
  }

  private static void checkHost(Text host, Mesh mesh, Findings out) {
    check(host, OperationValues.hostProblem(host.value()), "host", out);
    if (mesh.hostHeaders().service(host) instanceof Absent<MeshService> absent) {
      out.report(
              host,
              absent,
              "host \"%s\" is that of no service: no request is for it".formatted(host))
          .as("service");
    }
  }

  private static void check(Text value, @Nullable String problem, String what, Findings out) {
    if (problem != null && !value.open()) {
      out.report(value, "%s \"%s\" is that of no request: %s".formatted(what, value, problem))
          .as(what);
    }
  }
}
