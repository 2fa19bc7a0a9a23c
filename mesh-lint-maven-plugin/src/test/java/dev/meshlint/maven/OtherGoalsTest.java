package dev.meshlint.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meshlint.core.MeshLint;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.maven.doxia.module.xhtml5.Xhtml5SinkFactory;
import org.apache.maven.doxia.sink.SinkFactory;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherGoalsTest {
  private static final String LABELLED =
      """
      apiVersion: v1
      kind: Service
      metadata:
        name: basket
        labels:
          tested: true # by hand
      spec: {selector: {app: basket}, ports: [{port: 80, name: http}]}
      """;

  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void makeProject() {
    project = new Project(folder);
  }

  @Test
  void fixRepairsWhatItSafelyCan() throws Exception {
    project.write("deploy/basket.yaml", LABELLED);

    project.mojo(new FixMojo()).execute();

    assertThat(folder.resolve("deploy/basket.yaml"))
        .hasContent(LABELLED.replace("true #", "\"true\" #"));
    assertThat(project.log()).contains("no findings in 1 file, 1 resource; 1 repaired");
  }

  @Test
  void theBaselineTakesInWhatIsThereAndThenOnlyShrinks() throws Exception {
    project.write("deploy/basket.yaml", Project.WRONG);
    project.mojo(new BaselineMojo()).execute();
    CheckMojo check = project.mojo(new CheckMojo(new ScriptedEditor()));
    Project.set(check, "reports", folder.resolve("target").toFile());

    check.execute();

    Path file = folder.resolve(".mesh-lint-baseline.yaml");
    assertThat(file).content().contains("istio-undefined-subset");
    project.write("deploy/basket.yaml", Project.RIGHT);
    project.mojo(new BaselineMojo()).execute();
    assertThat(file).content().doesNotContain("istio-undefined-subset");
    project.write("deploy/basket.yaml", Project.WRONG);
    project.mojo(new BaselineMojo()).execute();
    assertThat(file).content().doesNotContain("istio-undefined-subset");
  }

  @Test
  void explainPrintsThePageOfARule() throws Exception {
    ExplainMojo mojo = new ExplainMojo();
    project.listen(mojo);
    Project.set(mojo, "rule", "istio-undefined-subset");

    mojo.execute();

    assertThat(project.log()).startsWith("# istio-undefined-subset\n").contains("## Repair");
    Project.set(mojo, "rule", "istio-undefined-subsett");
    assertThatThrownBy(mojo::execute)
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("did you mean \"istio-undefined-subset\"?");
  }

  @Test
  void theSiteHasAPageWithEveryFinding() throws Exception {
    project.write("deploy/basket.yaml", Project.WRONG);
    ByteArrayOutputStream page = new ByteArrayOutputStream();

    SiteReport.write(
        new Xhtml5SinkFactory().createSink(page),
        MeshLint.withDefaults().lint(folder.resolve("deploy/basket.yaml")));

    assertThat(page.toString(StandardCharsets.UTF_8))
        .contains("basket.yaml:8", "subset &quot;v2&quot;", "istio-undefined-subset");
    assertThat(Files.exists(folder.resolve("target"))).isFalse();
  }

  @Test
  void theReportIsPutTogetherAsTheSiteAsksForIt() throws Exception {
    SiteReport report = new SiteReport();
    Project.set(report, "folder", folder.toFile());
    report.setReportOutputDirectory(folder.resolve("target/site").toFile());
    assertThat(report.canGenerateReport()).as("there is nothing to lint").isFalse();
    project.write("deploy/basket.yaml", Project.WRONG);
    assertThat(report.canGenerateReport()).isTrue();
    assertThat(report.getOutputPath()).isEqualTo("mesh-lint");
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    SinkFactory sinks = new Xhtml5SinkFactory();

    report.generate(sinks.createSink(page), sinks, Locale.ENGLISH);

    assertThat(page.toString(StandardCharsets.UTF_8))
        .contains("deploy/basket.yaml:8", "href=\"mesh-lint/mesh-lint.html\"");
    // The page is written to mesh-lint.html.
    assertThat(folder.resolve("target/site/mesh-lint.html")).doesNotExist();
    assertThat(folder.resolve("target/site/mesh-lint/mesh-lint.html")).content().contains("<svg");
  }
}
