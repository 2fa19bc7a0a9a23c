package dev.meshlint.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the cases of yaml-test-suite are about, re-stated in {@code src/test/resources/yaml/constructs.txt}, which says how
 * its rows are written. The fast way, where it does not give up, and the engine give the same.
 */
class YamlConstructsTest {
  private static final String REFUSED = "refused";

  /** The row of this name, its text and what is read. */
  record Construct(String name, String text, String read) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Construct> constructs() throws IOException {
    List<Construct> constructs = new ArrayList<>();
    String name = "";
    List<String> row = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of("src/test/resources/yaml/constructs.txt"))) {
      if (line.startsWith("  ")) {
        row.add(line.substring(2));
        if (row.size() == 2) {
          constructs.add(new Construct(name, unescaped(row.get(0)), row.get(1)));
        }
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        name = line;
        row.clear();
      }
    }
    return constructs.stream();
  }

  private static String unescaped(String text) {
    StringBuilder unescaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        c =
            switch (text.charAt(i)) {
              case 'n' -> '\n';
              case 't' -> '\t';
              default -> text.charAt(i);
            };
      }
      unescaped.append(c);
    }
    return unescaped.toString();
  }

  @ParameterizedTest
  @MethodSource("constructs")
  void is_read_as_the_row_says(Construct construct) {
    assertThat(read(Yaml.read(construct.text()))).isEqualTo(construct.read());
  }

  @ParameterizedTest
  @MethodSource("constructs")
  void is_read_alike_by_both_ways(Construct construct) {
    String simple = Yaml.simply(construct.text());
    assertThat(simple == null ? Yaml.withEngine(construct.text()) : simple)
        .isEqualTo(Yaml.withEngine(construct.text()));
  }

  @ParameterizedTest
  @MethodSource("constructs")
  void is_read_alike_with_line_ends_of_windows(Construct construct) {
    assertThat(read(Yaml.read(construct.text().replace("\n", "\r\n")))).isEqualTo(construct.read());
  }

  @ParameterizedTest
  @MethodSource("constructs")
  void is_read_alike_inside_of_a_text(Construct construct) {
    YamlScalar text = Yaml.scalar(Yaml.root("outer: " + quoted(construct.text())), "outer");
    assertThat(read(YamlReader.readEmbedded(text, YamlLimits.DEFAULT))).isEqualTo(construct.read());
  }

  private static String read(YamlFile file) {
    if (!file.problems().isEmpty()) {
      assertThat(file.problems()).allMatch(problem -> problem.rule().equals("yaml-syntax"));
      return REFUSED;
    }
    StringJoiner documents = new StringJoiner(" --- ").setEmptyValue("nothing");
    file.documents().forEach(document -> documents.add(json(document.root())));
    return documents.toString();
  }

  private static String json(YamlNode node) {
    if (node instanceof YamlScalar scalar) {
      return json(scalar);
    }
    StringJoiner json;
    if (node instanceof YamlSequence sequence) {
      json = new StringJoiner(", ", "[", "]");
      sequence.items().forEach(item -> json.add(json(item)));
    } else {
      json = new StringJoiner(", ", "{", "}");
      for (YamlMapping.Entry entry : ((YamlMapping) node).entries()) {
        String name = entry.name();
        String key = name == null ? json(entry.key()) : quoted(name);
        json.add(key + ": " + json(entry.value()));
      }
    }
    return json.toString();
  }

  private static String json(YamlScalar scalar) {
    @Nullable Object value =
        switch (scalar.type()) {
          case NULL -> null;
          case BOOLEAN -> scalar.bool();
          case INTEGER -> scalar.integer();
          case NUMBER -> scalar.number();
          case STRING -> quoted(scalar.text());
        };
    return String.valueOf(value);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\b' -> quoted.append("\\b");
        case '"', '\\' -> quoted.append('\\').append(c);
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
