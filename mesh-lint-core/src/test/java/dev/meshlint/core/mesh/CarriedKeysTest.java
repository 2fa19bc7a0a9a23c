package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CarriedKeysTest {
  private static final String SHOP =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: basket
        namespace: shop
        annotations: {team: till, owner: anna}
      spec:
        selector: {matchLabels: {app: basket}}
        template:
          metadata:
            labels: {app: basket}
            annotations: {team: web, count: [1]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: basket, namespace: shop, annotations: {team: shelf, team: shop}}
      """;

  private final Mesh mesh = Meshes.of(SHOP);

  @Test
  void findsWhatCarriesAKeyOnObjectsAndOnThePodsThatTheyMake() {
    assertThat(show(mesh.annotations().named("team")))
        .containsExactlyInAnyOrder("Deployment team=till", "Pod team=web", "Service team=shop");
    assertThat(show(mesh.labels().named("app"))).containsExactly("Pod app=basket");
    assertThat(mesh.labels().named("team")).isEmpty();
  }

  @Test
  void asksAboutEachKeyOnce() {
    List<String> asked = new ArrayList<>();
    List<CarriedKeys.Carried> found =
        mesh.annotations()
            .where(
                key -> {
                  asked.add(key);
                  return key.startsWith("o");
                });
    assertThat(asked).containsExactlyInAnyOrder("team", "owner");
    assertThat(show(found)).containsExactly("Deployment owner=anna");
  }

  private static List<String> show(List<CarriedKeys.Carried> found) {
    List<String> shown = new ArrayList<>();
    for (CarriedKeys.Carried one : found) {
      shown.add(one.carrier().kind() + " " + one.entry().name() + "=" + one.entry().value());
    }
    return shown;
  }
}
