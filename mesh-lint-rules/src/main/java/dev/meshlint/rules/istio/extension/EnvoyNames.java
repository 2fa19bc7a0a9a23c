package dev.meshlint.rules.istio.extension;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that Envoy's filters had before version 3 of its API. Source: Envoy's list of deprecated extension names. */
final class EnvoyNames {
  static final String HTTP = "http";
  static final String NETWORK = "network";
  static final String LISTENER = "listener";

  private static final Map<String, Set<String>> FILTERS =
      Map.of(
          HTTP,
          Set.of(
              "buffer",
              "cors",
              "csrf",
              "ext_authz",
              "fault",
              "grpc_http1_bridge",
              "grpc_json_transcoder",
              "grpc_web",
              "gzip",
              "health_check",
              "http_dynamo_filter",
              "ip_tagging",
              "lua",
              "rate_limit",
              "router",
              "squash"),
          NETWORK,
          Set.of(
              "client_ssl_auth",
              "ext_authz",
              "http_connection_manager",
              "mongo_proxy",
              "ratelimit",
              "redis_proxy",
              "tcp_proxy"),
          LISTENER,
          Set.of(
              "http_inspector", "original_dst", "original_src", "proxy_protocol", "tls_inspector"));

  private static final Map<String, String> RENAMED =
      Map.of("rate_limit", "ratelimit", "http_dynamo_filter", "dynamo");

  private EnvoyNames() {}

  /** The name that a filter of this kind has today; null where it is none of the old names. */
  static @Nullable String current(String name, String kind) {
    String start = kind.equals(LISTENER) ? "envoy.listener." : "envoy.";
    if (!name.startsWith(start)) {
      return null;
    }
    String filter = name.substring(start.length());
    return FILTERS.getOrDefault(kind, Set.of()).contains(filter)
        ? "envoy.filters." + kind + "." + RENAMED.getOrDefault(filter, filter)
        : null;
  }
}
