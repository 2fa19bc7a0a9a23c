package dev.meshlint.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.meshlint.core.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is fetched and nobody is told anything: a run stays on its machine. */
class NetworkTest {
  private static final Path EXAMPLES = Path.of("../examples").toAbsolutePath().normalize();

  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("dev.meshlint");

  /** Names of places, and the loader for the jar beside the program's own. */
  private static final Set<String> HARMLESS =
      Set.of(
          "java.net.URI",
          "java.net.URL",
          "java.net.URLClassLoader",
          "java.net.URLConnection",
          "java.net.URISyntaxException",
          "java.net.MalformedURLException");

  /** Of these, no connection can do without the first, and no look-up of a name without the second. */
  private static final List<String> NEEDED_FOR_CONNECTIONS =
      List.of(
          " java.net.SocketImpl ",
          " java.net.InetAddressImpl ",
          " java.net.Socket ",
          " java.net.DatagramSocket ",
          " sun.nio.ch.SocketChannelImpl ",
          " sun.nio.ch.DatagramChannelImpl ",
          "sun.net.www.protocol.http",
          "java.net.http.");

  @TempDir Path folder;

  @Test
  void no_class_of_ours_knows_how_to_open_a_connection() {
    assertThat(OURS.contain("dev.meshlint.core.MeshLint")).isTrue();
    assertThat(OURS.contain("dev.meshlint.html.HtmlReporter")).isTrue();
    noClasses()
        .should()
        .dependOnClassesThat(describe("open connections", NetworkTest::opensConnections))
        .check(OURS);
  }

  /** But for the texts of the catalogue, which lie beside the classes. */
  @Test
  void nothing_opens_what_a_url_leads_to() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.meshlint.core.catalog.Catalogue")
        .should()
        .callMethodWhere(
            target(
                describe(
                    "opens what a URL leads to",
                    method ->
                        method.getOwner().isEquivalentTo(java.net.URL.class)
                            && Set.of("openStream", "openConnection", "getContent")
                                .contains(method.getName()))))
        .check(OURS);
  }

  private static boolean opensConnections(JavaClass type) {
    String name = type.getName();
    return (name.startsWith("java.net.") && !HARMLESS.contains(name))
        || name.startsWith("javax.net.")
        || name.startsWith("javax.naming.")
        || name.startsWith("java.rmi.")
        || name.startsWith("sun.net.")
        || (name.startsWith("java.nio.channels.")
            && (name.contains("Socket") || name.contains("Datagram")));
  }

  @Test
  void a_run_loads_nothing_that_could_open_one() throws Exception {
    Path loaded = folder.resolve("loaded.txt");

    Cli.Result result = lint("-Xlog:class+load=info:file=" + loaded);

    assertThat(result.status()).as(result.err()).isZero();
    assertThat(Files.readString(loaded))
        .contains("dev.meshlint.core.MeshLint", "dev.meshlint.html.HtmlReporter")
        .doesNotContain(NEEDED_FOR_CONNECTIONS);
  }

  /** In a network of its own, in which there is nothing, not even the machine itself. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void a_run_finds_the_same_without_network() throws Exception {
    assumeTrue(canUnshare(), "this machine lets nobody leave its network");
    Cli.Result connected = lint();
    String page = Files.readString(folder.resolve("report.html"));

    Cli.Result alone = Forked.in(EXAMPLES).lintInShell("exec unshare -rn \"$@\"", arguments());

    assertThat(alone).isEqualTo(connected);
    assertThat(folder.resolve("report.html")).hasContent(page);
  }

  private static boolean canUnshare() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "-rn", "true").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Cli.Result lint(String... jvmOptions) throws IOException, InterruptedException {
    return Forked.in(EXAMPLES, jvmOptions).lint(arguments());
  }

  /** Everything that a run can do: all reports, definitions of kinds from files, a certificate to judge. */
  private String[] arguments() throws IOException {
    Path definition = folder.resolve("book.yaml");
    Files.writeString(
        definition,
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: books.library.example}
        spec:
          group: library.example
          scope: Namespaced
          names: {kind: Book, plural: books}
          versions: [{name: v1, schema: {openAPIV3Schema: {type: object}}}]
        """);
    List<String> arguments = new ArrayList<>(List.of("--fail-on", "never", "--preview"));
    for (ReportFormat format : ReportFormat.values()) {
      arguments.add("--format");
      arguments.add(format.label() + "=" + folder.resolve("report." + format.label()));
    }
    arguments.addAll(List.of("--crds", definition.toString(), "."));
    return arguments.toArray(String[]::new);
  }
}
