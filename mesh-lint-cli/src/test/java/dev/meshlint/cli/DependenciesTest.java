package dev.meshlint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The list of dependencies in {@code docs/dependencies.md} is that of the build. */
class DependenciesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| ([^|]+) \\| ([^|]+) \\|.*");
  private static final Pattern JAR = Pattern.compile("(.+?)-\\d[^/]*\\.jar");

  static Stream<Path> poms() throws IOException {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return Stream.concat(
          Stream.of(ROOT.resolve("pom.xml")),
          folders
              .map(folder -> folder.resolve("pom.xml"))
              .filter(Files::exists)
              .sorted()
              .toList()
              .stream());
    }
  }

  /** A dependency as a module declares it. */
  private record Declared(String module, String artifact, String scope) {
    @Override
    public String toString() {
      return artifact + " in " + module + " (" + scope + ")";
    }
  }

  @Test
  void everything_that_a_module_declares_is_explained_and_nothing_else() throws Exception {
    Set<String> declared = new TreeSet<>();
    for (Path pom : poms().toList()) {
      for (Declared one : declared(pom)) {
        declared.add(one.toString());
      }
    }
    Set<String> explained = new TreeSet<>();
    for (String[] row : rows("## What modules declare")) {
      for (String use : row[2].split(", ")) {
        int scope = use.indexOf(" (");
        String module = scope < 0 ? use : use.substring(0, scope);
        explained.add(
            new Declared(
                    module,
                    row[0],
                    scope < 0 ? "compile" : use.substring(scope + 2, use.length() - 1))
                .toString());
      }
    }

    assertThat(explained).isEqualTo(declared);
  }

  @Test
  void everything_that_comes_with_it_is_named() throws Exception {
    Set<String> named = new TreeSet<>();
    for (String heading : List.of("## What modules declare", "## What comes with them")) {
      for (String[] row : rows(heading)) {
        named.add(row[0].substring(row[0].indexOf(':') + 1));
      }
    }
    Set<String> present = new TreeSet<>();
    for (String path : classPath()) {
      Matcher jar = JAR.matcher(Path.of(path).getFileName().toString());
      if (jar.matches() && !isOurs(jar.group(1)) && !isForTests(jar.group(1))) {
        present.add(jar.group(1));
      }
    }

    assertThat(present).isNotEmpty();
    assertThat(named).containsAll(present);
    for (String[] row : rows("## What comes with them")) {
      assertThat(present).contains(row[0].substring(row[0].indexOf(':') + 1));
    }
  }

  private static boolean isOurs(String artifact) {
    return artifact.startsWith("mesh-lint") || artifact.equals("rules-catalog");
  }

  /** Test frameworks and what they bring along never reach a user. */
  private static boolean isForTests(String artifact) {
    return artifact.startsWith("junit-")
        || artifact.startsWith("surefire-")
        || Set.of("opentest4j", "apiguardian-api", "byte-buddy", "common-java5", "common-junit5")
            .contains(artifact);
  }

  private static String[] classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
        .split(File.pathSeparator);
  }

  @ParameterizedTest
  @MethodSource("poms")
  void every_version_is_one_version(Path pom) throws Exception {
    NodeList versions = document(pom).getElementsByTagName("version");
    for (int i = 0; i < versions.getLength(); i++) {
      assertThat(versions.item(i).getTextContent())
          .matches(
              "\\$\\{[a-z0-9.-]+}|0\\.1\\.0-SNAPSHOT|[0-9][0-9A-Za-z.-]*|\\[17,\\)|\\[3\\.8,\\)")
          .doesNotMatch("(?!0\\.1\\.0).*-SNAPSHOT");
    }
    NodeList properties = document(pom).getElementsByTagName("properties");
    for (Element property : children(properties.item(0))) {
      if (property.getTagName().endsWith(".version")) {
        assertThat(property.getTextContent()).matches("[0-9][0-9A-Za-z.-]*");
      }
    }
  }

  /** The rows of a table: artifact, licence, users. */
  private static List<String[]> rows(String heading) throws IOException {
    List<String[]> rows = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(ROOT.resolve("docs/dependencies.md"))) {
      inside = line.startsWith("## ") ? line.equals(heading) : inside;
      Matcher row = ROW.matcher(line);
      if (inside && row.matches()) {
        assertThat(row.group(2)).as(line).isNotBlank();
        rows.add(new String[] {row.group(1), row.group(2), row.group(3).strip()});
      }
    }
    assertThat(rows).as(heading).isNotEmpty();
    return rows;
  }

  private static List<Declared> declared(Path pom) throws Exception {
    List<Declared> declared = new ArrayList<>();
    Element project = document(pom);
    String module = text(project, "artifactId");
    for (Element list : children(project)) {
      if (list.getTagName().equals("dependencies")) {
        for (Element one : children(list)) {
          String scope = text(one, "scope");
          String group = text(one, "groupId");
          if (!group.equals("dev.meshlint")) {
            declared.add(
                new Declared(
                    module,
                    group + ":" + text(one, "artifactId"),
                    scope.isEmpty() ? "compile" : scope));
          }
        }
      }
    }
    return declared;
  }

  private static Element document(Path pom)
      throws IOException, ParserConfigurationException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(pom.toFile())
        .getDocumentElement();
  }

  private static String text(Element element, String name) {
    for (Element child : children(element)) {
      if (child.getTagName().equals(name)) {
        return child.getTextContent().strip();
      }
    }
    return "";
  }

  private static List<Element> children(Node parent) {
    List<Element> children = new ArrayList<>();
    if (parent != null) {
      for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
        if (child instanceof Element element) {
          children.add(element);
        }
      }
    }
    return children;
  }
}
