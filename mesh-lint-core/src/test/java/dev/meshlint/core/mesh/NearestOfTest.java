package dev.meshlint.core.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meshlint.core.manifest.Resource;
import dev.meshlint.core.model.kubernetes.Service;
import dev.meshlint.core.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The index answers what looking at each definition answers, whatever files, folders and kustomizations there are. */
class NearestOfTest {
  @Test
  void agreesWithLookingAtEach() {
    int several = 0;
    for (int seed = 0; seed < 200; seed++) {
      Mesh mesh = Meshes.of(files(new Random(seed)), World.DEFAULT);
      List<Service> services = mesh.all(Service.class);
      NearestOf<Service, List<Service>> index = mesh.nearness().index(services, List::copyOf);
      for (Resource from : mesh.resources()) {
        List<Service> nearest = mesh.nearness().nearest(services, from);
        assertThat(index.of(from)).as("seed %d, %s", seed, from.file().name()).isEqualTo(nearest);
        several += nearest.size() > 1 && nearest.size() < services.size() ? 1 : 0;
      }
    }
    assertThat(several).isPositive();
  }

  private static List<Source> files(Random random) {
    List<Source> files = new ArrayList<>();
    List<String> folders = List.of("", "base/", "shop/", "shop/stage/");
    for (String folder : folders) {
      StringBuilder listed = new StringBuilder();
      for (int i = 0; i < 3; i++) {
        boolean service = random.nextBoolean();
        files.add(
            Source.ofText(folder + i + ".yaml", object(service ? "Service" : "ConfigMap", random)));
        if (random.nextBoolean()) {
          listed.append("- ").append(i).append(".yaml\n");
        }
      }
      if (random.nextBoolean()) {
        listed.append(folder.equals("shop/stage/") ? "- ../../base\n" : "");
        files.add(Source.ofText(folder + "kustomization.yaml", "resources:\n" + listed));
      }
    }
    return files;
  }

  private static String object(String kind, Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i <= random.nextInt(2); i++) {
      text.append("---\napiVersion: v1\nkind: ").append(kind);
      text.append("\nmetadata: {name: cart}\n");
    }
    return text.toString();
  }
}
