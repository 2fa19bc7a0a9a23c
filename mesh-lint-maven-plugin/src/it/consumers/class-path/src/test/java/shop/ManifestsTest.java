package shop;

import static dev.meshlint.test.MeshLintAssertions.assertThat;
import static dev.meshlint.test.MeshLintAssertions.lint;

import dev.meshlint.core.MeshLint;
import dev.meshlint.test.MeshLintTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ManifestsTest {
  @MeshLintTest("src/main/k8s")
  void manifests() {}

  @Test
  void the_subset_is_still_missing() {
    assertThat(lint("src/main/k8s")).hasFindingAt("istio-undefined-subset", "basket.yaml", 8);
  }

  @Test
  void without_assertj() {
    MeshLint.withDefaults().lint(Path.of("src/main/k8s")).check();
  }
}
