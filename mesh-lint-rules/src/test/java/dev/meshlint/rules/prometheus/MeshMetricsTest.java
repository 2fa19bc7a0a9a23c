package dev.meshlint.rules.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeshMetricsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "istio_requests_total",
        "istio_request_duration_milliseconds",
        "istio_request_duration_milliseconds_bucket",
        "istio_request_duration_milliseconds_sum",
        "istio_request_duration_milliseconds_count",
        "pilot_xds_pushes",
        "pilot_xds_pushes_total",
        "istio_tcp_sent_bytes_created",
        "hubble_flows_processed_total",
        "cilium_bpf_map_pressure",
        "response_latency_ms_bucket"
      })
  void knows_every_spelling_of_a_metric(String name) {
    assertThat(MeshMetrics.get(name)).isNotNull();
    assertThat(MeshMetrics.gone(name)).isNull();
  }

  @Test
  void judges_prefixes_of_a_mesh_but_not_the_open_ones_inside() {
    assertThat(Set.of("istio_x", "pilot_x", "cilium_x", "hubble_x")).allMatch(MeshMetrics::isOwn);
    assertThat(Set.of("istio_agent_x", "envoy_x", "cilium_feature_x", "shop_x", "response_total"))
        .noneMatch(MeshMetrics::isOwn);
    assertThat(MeshMetrics.isClosed("istio_x")).isTrue();
    assertThat(MeshMetrics.isClosed("cilium_x")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "istio_request_total, istio_requests_total",
    "istio_requests_duration_milliseconds_bucket, istio_request_duration_milliseconds_bucket",
    "pilot_proxy_convergance_time_count, pilot_proxy_convergence_time_count",
    "cilium_endpoint_regeneratons_total, cilium_endpoint_regenerations_total"
  })
  void finds_what_a_misspelt_name_means(String wrong, String meant) {
    assertThat(MeshMetrics.nearest(wrong)).isEqualTo(meant);
  }

  @Test
  void says_what_became_of_former_metrics() {
    assertThat(MeshMetrics.gone("mixer_runtime_dispatches_total")).contains("Mixer");
    assertThat(MeshMetrics.gone("istio_request_duration_seconds_bucket")).contains("milliseconds");
    assertThat(MeshMetrics.gone("mixer_volume")).isNull();
  }

  @Test
  void labels_belong_to_the_metrics_of_their_protocol() {
    Metric http = MeshMetrics.get("istio_requests_total");
    Metric tcp = MeshMetrics.get("istio_tcp_sent_bytes_total");

    assertThat(http).isNotNull();
    assertThat(tcp).isNotNull();
    assertThat(http.labels()).isNotNull();
    assertThat(tcp.labels()).isNotNull();
    assertThat(http.labels().names()).contains("response_code", "reporter");
    assertThat(tcp.labels().names()).contains("reporter").doesNotContain("response_code");
    assertThat(MeshMetrics.isLabelOf("istio", "response_code")).isTrue();
    assertThat(MeshMetrics.isLabelOf("linkerd", "response_code")).isFalse();
  }

  @Test
  void a_name_with_a_slip_means_itself_or_nothing() throws IOException {
    long seed = 20_260_801;
    Random random = new Random(seed);
    for (String name : names()) {
      int at = 1 + random.nextInt(name.length() - 2);
      String slip = name.substring(0, at) + name.charAt(at + 1) + name.charAt(at);
      slip += name.substring(at + 2);
      if (MeshMetrics.get(slip) == null) {
        assertThat(MeshMetrics.nearest(slip)).as("seed %d: %s", seed, slip).isIn(name, null);
      }
    }
  }

  @Test
  void every_name_of_the_table_is_known_and_current() throws IOException {
    assertThat(names())
        .hasSizeGreaterThan(250)
        .allSatisfy(
            name -> {
              assertThat(MeshMetrics.get(name)).isNotNull();
              assertThat(MeshMetrics.gone(name)).isNull();
            });
  }

  /** The exported names of the table: of a histogram its buckets. */
  private static List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (InputStream stream = MeshMetrics.class.getResourceAsStream("mesh-metrics.txt")) {
      String table = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : table.lines().toList()) {
        List<String> words = List.of(line.split(" "));
        if (Set.of("counter", "gauge", "histogram").contains(words.get(0))) {
          String suffix = words.get(0).equals("histogram") ? "_bucket" : "";
          words.subList(2, words.size()).forEach(word -> names.add(word + suffix));
        }
      }
    }
    return names;
  }
}
