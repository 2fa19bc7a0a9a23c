package dev.meshlint.core.schema;

import dev.meshlint.core.value.DnsNames;
import org.jspecify.annotations.Nullable;

/** The grammars of values that only Linkerd has. */
final class LinkerdFormats {
  private LinkerdFormats() {}

  /** The DNS form of an identity: labels joined by dots, the first perhaps {@code *}. */
  static @Nullable String dnsIdentityProblem(String value) {
    if (value.equals("*")) {
      return null;
    }
    return DnsNames.subdomainProblem(value.startsWith("*.") ? value.substring(2) : value);
  }

  /** A port number or an IANA service name. */
  static @Nullable String portProblem(String value) {
    boolean digits = !value.isEmpty();
    for (int i = 0; i < value.length(); i++) {
      digits &= value.charAt(i) >= '0' && value.charAt(i) <= '9';
    }
    return digits ? Formats.number(value, 1, 65535) : CiliumFormats.serviceNameProblem(value);
  }
}
