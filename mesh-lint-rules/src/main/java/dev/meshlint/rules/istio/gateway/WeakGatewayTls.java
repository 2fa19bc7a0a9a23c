package dev.meshlint.rules.istio.gateway;

import dev.meshlint.core.fix.Fixes;
import dev.meshlint.core.mesh.Mesh;
import dev.meshlint.core.model.Text;
import dev.meshlint.core.model.istio.Gateway;
import dev.meshlint.core.model.istio.Server;
import dev.meshlint.core.model.istio.ServerTls;
import dev.meshlint.core.rule.Findings;
import dev.meshlint.core.rule.Report;
import dev.meshlint.core.rule.ResourceRule;
import dev.meshlint.core.value.NearMiss;
import dev.meshlint.core.yaml.YamlSequence;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A server of a gateway allows old versions of TLS, or cipher suites that are weak, unknown or listed twice. */
public final class WeakGatewayTls extends ResourceRule<Gateway> {
  private static final String WEAKEST = "DES-CBC3-SHA";

  /** What Istio passes on to the proxy. */
  private static final List<String> SUITES =
      List.of(
          "ECDHE-ECDSA-AES128-GCM-SHA256",
          "ECDHE-RSA-AES128-GCM-SHA256",
          "ECDHE-ECDSA-AES256-GCM-SHA384",
          "ECDHE-RSA-AES256-GCM-SHA384",
          "ECDHE-ECDSA-CHACHA20-POLY1305",
          "ECDHE-RSA-CHACHA20-POLY1305",
          "ECDHE-ECDSA-AES128-SHA",
          "ECDHE-RSA-AES128-SHA",
          "ECDHE-ECDSA-AES256-SHA",
          "ECDHE-RSA-AES256-SHA",
          "AES128-GCM-SHA256",
          "AES256-GCM-SHA384",
          "AES128-SHA",
          "AES256-SHA",
          WEAKEST);

  public WeakGatewayTls() {
    super("istio-weak-gateway-tls", Gateway.class);
  }

  @Override
  public void check(Gateway gateway, Mesh mesh, Findings out) {
    for (Server server : gateway.servers()) {
      ServerTls tls = server.tls();
      if (!tls.mode().passesThrough()) {
        checkVersion(tls.minProtocolVersion(), "lets clients use", out);
        checkVersion(tls.maxProtocolVersion(), "lets clients use nothing newer than", out);
        checkSuites(tls, out);
      }
    }
  }

  private static void checkVersion(@Nullable Text version, String consequence, Findings out) {
    if (version != null && (version.is("TLSV1_0") || version.is("TLSV1_1"))) {
      String name = version.is("TLSV1_0") ? "TLS 1.0" : "TLS 1.1";
      out.report(
          version, "%s %s %s, whose ciphers are broken".formatted(version, consequence, name));
    }
  }

  private static void checkSuites(ServerTls tls, Findings out) {
    Set<String> seen = new HashSet<>();
    for (Text suite : tls.cipherSuites()) {
      String name = suite.value();
      if (suite.open() || isExpression(name)) {
        continue;
      }
      if (!SUITES.contains(name)) {
        reportUnknown(suite, out);
      } else if (!seen.add(name)) {
        Report report = out.report(suite, "cipher suite \"%s\" is listed twice".formatted(name));
        if (tls.at("cipherSuites").node() instanceof YamlSequence list) {
          report.fix(Fixes.removeItem("list the suite once", true, list, suite.node()));
        }
      } else if (name.equals(WEAKEST)) {
        out.report(suite, "cipher suite \"%s\" is weak: 3DES can be broken".formatted(name));
      }
    }
  }

  /** {@code ALL}, and what begins with a sign such as {@code [A|B]} or {@code -ALL}, is handed to the proxy as it is. */
  private static boolean isExpression(String name) {
    return name.isEmpty() || name.equals("ALL") || !Character.isLetterOrDigit(name.charAt(0));
  }

  private static void reportUnknown(Text suite, Findings out) {
    Report report =
        out.report(
            suite,
            "cipher suite \"%s\" is not known to Istio, which leaves it out".formatted(suite));
    String near = NearMiss.suggestion(suite.value(), SUITES);
    if (suite.value().startsWith("TLS_")) {
      report.help("the suites of TLS 1.3 cannot be chosen; older ones have OpenSSL's names");
    } else if (near != null) {
      report
          .help("did you mean \"" + near + "\"?")
          .fix(Fixes.replaceScalar("name the suite \"" + near + "\"", true, suite.node(), near));
    }
  }
}
