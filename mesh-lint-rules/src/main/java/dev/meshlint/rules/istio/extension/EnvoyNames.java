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

  private static final String TYPES = "type.googleapis.com/envoy.";

  /** Packages without a version of which the third one has taken the place. */
  private static final Set<String> UNVERSIONED =
      Set.of("config.cluster.redis", "config.retry.previous_priorities", "type", "type.matcher");

  /** Packages of an older version that nothing has replaced. Source: the file status of their definitions. */
  private static final Set<String> LIVING =
      Set.of(
          "config.filter.http.aws_lambda.v2alpha",
          "config.filter.http.cache.v2alpha",
          "config.filter.thrift.router.v2alpha1",
          "config.health_checker.redis.v2",
          "config.resource_monitor.fixed_heap.v2alpha",
          "config.resource_monitor.injected_resource.v2alpha",
          "config.retry.omit_canary_hosts.v2",
          "config.retry.previous_hosts.v2",
          "config.transport_socket.tap.v2alpha",
          "data.dns.v2alpha",
          "service.auth.v2alpha");

  private EnvoyNames() {}

  /** Whether the type of a message, as {@code @type} names it, is from a package of Envoy's API that is frozen. */
  static boolean isFrozen(String type) {
    int end = type.lastIndexOf('.');
    if (!type.startsWith(TYPES) || end < TYPES.length()) {
      return false;
    }
    String path = type.substring(TYPES.length(), end);
    if (UNVERSIONED.contains(path)) {
      return true;
    }
    boolean old = path.startsWith("api.v2.") || path.equals("api.v2");
    int version = path.lastIndexOf(".v");
    old |=
        version >= 0
            && (path.startsWith("2", version + 2) || path.startsWith("1alpha", version + 2));
    return old && !LIVING.contains(path);
  }

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
