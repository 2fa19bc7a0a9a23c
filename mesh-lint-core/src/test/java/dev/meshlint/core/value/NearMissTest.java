package dev.meshlint.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {
  @ParameterizedTest
  @CsvSource({
    "fronted, frontend",
    "backnd, backend",
    "canray, canary",
    "defualt, default",
    "backend-acount, backend-account",
    "prodcution, production",
    "stagin, staging",
    "payement-service, payment-service",
    "istio-ingresgateway, istio-ingressgateway",
    "backnd-v1, backend-v1",
    "bookinfo-reveiws, bookinfo-reviews",
    "Backend, backend"
  })
  void findsTheNameThatWasMeant(String wrong, String meant) {
    assertThat(NearMiss.nearest(wrong, List.of("unrelated", meant, "other"))).isEqualTo(meant);
  }

  @ParameterizedTest
  @CsvSource({
    "backend-v1, backend-v2",
    "backend1, backend2",
    "backend, backend1",
    "backend-1-28, backend-1-29",
    "eu-west-1, eu-west-2",
    "service-blue, service-teal",
    "backend-grey, backend-green",
    "backend-test, backend-beta",
    "cluster-east, cluster-west",
    "cluster-north, cluster-south",
    "northeast, northwest",
    "southeast, southwest",
    "service-a, service-b",
    "service-dev, service-de",
    "backend-prod, backend-prd",
    "staging, stage",
    "istio-ingressgateway, istio-egressgateway",
    "gateway-internal, gateway-external",
    "backend-http, backend-https",
    "backend-grpc, backend-grpcs",
    "importservice, exportservice",
    "auth, authn",
    "service-authn, service-authz",
    "cache-reader, cache-leader",
    "back, bach",
    "payment, shipment",
    "production, reduction",
    "adservice, myservice",
    "echo-server, echoserver",
    "ping-service, pong-service",
    "kubernetes-nodes, kubernetes-pods",
    "helloworld-ruby, helloworld-rust",
    "lidarr-config, radarr-config"
  })
  void neverTakesSiblingsForATypo(String one, String other) {
    assertThat(NearMiss.nearest(one, List.of(other))).isNull();
    assertThat(NearMiss.nearest(other, List.of(one))).isNull();
  }

  @Test
  void isSilentWhereTwoNamesAreNear() {
    assertThat(NearMiss.nearest("frontent", List.of("frontend", "frontenx"))).isNull();
    assertThat(NearMiss.nearest("frontent", List.of("frontend", "frontend"))).isEqualTo("frontend");
  }

  @Test
  void neverNamesAVersionStageOrColourOfTheSameName() {
    String[][] families = {
      {"v1", "v2", "v3", "v10", "1-28-2", "1-28-3"},
      {"dev", "test", "stage", "staging", "prod", "production", "uat", "qa", "live"},
      {"blue", "green", "red", "black", "white", "grey", "gray", "teal"},
      {"eu-west-1", "eu-west-2", "eu-east-1", "us-west-1", "us-east-1", "ap-south-1", "ap-north-1"},
      {"a", "b", "c", "aa", "ab"}
    };
    long seed = 1;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String base = Names.word(random, 3, 14);
      String[] family = Names.oneOf(random, families);
      String one = Names.oneOf(random, family);
      String other = Names.oneOf(random, family);
      boolean front = random.nextBoolean();
      String first = front ? one + "-" + base : base + "-" + one;
      String second = front ? other + "-" + base : base + "-" + other;
      assertThat(NearMiss.nearest(first, List.of(second)))
          .as("seed %d: %s %s", seed, first, second)
          .isNull();
    }
  }

  @Test
  void isSymmetricAndFindsAGeneratedSlip() {
    long seed = 2;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String name = Names.word(random, 5, 8);
      String wrong = slip(random, name);
      String found = NearMiss.nearest(wrong, List.of(name));
      assertThat(NearMiss.nearest(name, List.of(wrong)) == null)
          .as("seed %d: %s %s", seed, name, wrong)
          .isEqualTo(found == null);
      if (wrong.length() >= 5 && !wrong.equals(name)) {
        assertThat(found).as("seed %d: %s", seed, wrong).isEqualTo(name);
      }
    }
  }

  @Test
  void picksTheOneNameOutOfThousands() {
    long seed = 3;
    Random random = new Random(seed);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      names.add(Names.word(random, 12, 20));
    }
    for (int i = 0; i < 500; i++) {
      String name = names.get(random.nextInt(names.size()));
      String wrong = slip(random, name);
      assertThat(NearMiss.nearest(wrong, names))
          .as("seed %d: %s", seed, wrong)
          .isEqualTo(wrong.equals(name) ? null : name);
    }
  }

  /** The name with one slip behind its first letter, or with its first two letters swapped. */
  private static String slip(Random random, String name) {
    int at = 1 + random.nextInt(name.length() - 1);
    String letter = Names.word(random, 1, 1);
    return switch (random.nextInt(4)) {
      case 0 -> name.substring(0, at) + name.substring(at + 1);
      case 1 -> name.substring(0, at) + letter + name.substring(at);
      case 2 -> name.substring(0, at) + letter + name.substring(at + 1);
      default ->
          name.substring(0, at - 1)
              + name.charAt(at)
              + name.charAt(at - 1)
              + name.substring(at + 1);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "cilium_drops_count_total, cilium_drop_count_total",
    "destination_service_nmae, destination_service_name",
    "istio_request_total, istio_requests_total"
  })
  void aSlipInAGivenNameCountsWhereverItStands(String wrong, String meant) {
    assertThat(NearMiss.nearestGiven(wrong, List.of("unrelated", meant, "other"))).isEqualTo(meant);
  }

  @Test
  void namesThatDifferInDigitsAreNoSlipsOfEachOther() {
    assertThat(NearMiss.nearestGiven("jvm_memory_p95_total", List.of("jvm_memory_p99_total")))
        .isNull();
    assertThat(NearMiss.nearestGiven("app", List.of("apps"))).isNull();
    assertThat(NearMiss.nearestGiven("tcp_open_totl", List.of("tcp_open_tot", "tcp_open_total")))
        .isNull();
  }
}
