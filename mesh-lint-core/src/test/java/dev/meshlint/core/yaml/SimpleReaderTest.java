package dev.meshlint.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The fast way reads what it reads as the engine does, and leaves the rest to it. */
class SimpleReaderTest {
  private static final String MANIFEST =
      """
      # A shop.
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: "books"
        labels: {app: books, 'tier': back end}
        annotations:
          note: it''s #1   # a comment
          empty:
          url: http://example.com:80/a?b=c#d
      spec:
        replicas: 3
        template:
          spec:
            containers:
            - name: server
              image: example.com/books:1.0
              args: ["--port", 8080, [], {}]
              command:
                - sh
                - -c
                - |
                  echo "hello"
                    # no comment

                  exit 0
            - - nested
              - "quo\\"ted\\n"
            -
              name: below
      ---

      kind: ConfigMap
      data:
        a: |-
          strip

        b: |+
          keep

        c: >
          folded
          line

          new
            deeper
          end
        d:
          text below
        e: 'it''s'
        a: again
      """;

  private static final String[] PIECES = {
    " ",
    "  ",
    "\n",
    "\n\n",
    ":",
    ": ",
    "- ",
    "-",
    "#",
    " #",
    "'",
    "\"",
    "[",
    "]",
    "{",
    "}",
    ",",
    "|\n",
    ">-\n",
    "|+\n",
    "---\n",
    "...\n",
    "\t",
    "\r",
    "&a ",
    "*a",
    "!x ",
    "? ",
    "<<: ",
    "~",
    "a",
    "é",
    "\\",
    "%",
    "@",
    "\u0085",
    "key: value\n",
    "  - item\n",
    "http://x",
    "::",
    "[a, b]",
    "{a: b}",
    "null",
    "0x1F",
    "\uD83D\uDE00",
    "\u0000",
    "|2\n"
  };

  @Test
  void a_manifest_is_read_fast_and_right() {
    assertThat(Yaml.simply(MANIFEST)).isNotNull().isEqualTo(Yaml.withEngine(MANIFEST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b",
        "a:\n  b",
        "- a\n- b",
        "a:\n- b\n- c\nd: e",
        "a:\n  - b\n",
        "- a: 1\n  b: 2\n- c",
        "a: |\n  x\n",
        "a: |\n  x",
        "a: >\n  x\n  y\n",
        "a: |\n\n  x\n\n\nb: c",
        "--- # comment\na: b\n---\n---\nc: d",
        "# only a comment\n",
        "",
        "---\n",
        "a: [b, 'c', {d: e}]\n",
        "\"a\": 'b'\n",
        "a: {\"b\":1}",
        "a : b",
        "- - - a\n",
        "-\n  a: b\n-\n- c",
        "a:   # comment\n  b: c",
        "  a: b\n  c: d\n",
        "a: b\na: c\n",
        "a: x:y z::\n",
        "a:\n\n\n# x\n  b:\n # y\nc: d",
        "a: - b",
        "a: -1\nb: .5\nc: ~",
        "a: b #c\nd: e#f",
        "a: |-\n  x\n # less\nb: c"
      })
  void what_it_reads_it_reads_as_the_engine(String text) {
    String simple = Yaml.simply(text);
    assertThat(simple == null ? Yaml.withEngine(text) : simple).isEqualTo(Yaml.withEngine(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &x b",
        "a: *x",
        "a: !!str b",
        "? a\n: b",
        "a: \"b\n  c\"",
        "a: b\n  c",
        "a: [b,\n  c]",
        "%YAML 1.2\n---\na: b",
        "a: b\r\nc: d",
        "a:\tb",
        "a: b\n...\n",
        "a: |2\n  b\n",
        "<<: {a: b}",
        "a\n",
        "'a'\n",
        "[a, b]",
        "a: [b: c]",
        "a: [b, c,]",
        "a: b: c",
        "a: 'b",
        "a: {{ b }}",
        "a:\n  b: c\n d: e",
        "--- a: b"
      })
  void the_rest_is_for_the_engine(String text) {
    assertThat(Yaml.simply(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void any_change_to_a_manifest_is_read_as_the_engine_does(long seed) {
    Random random = new Random(seed);
    int fast = 0;
    for (int i = 0; i < 3_000; i++) {
      String text =
          i % 3 == 0 ? mutated(RandomYaml.mapping(random), random) : mutated(MANIFEST, random);
      String simple = Yaml.simply(text);
      if (simple != null) {
        fast++;
        assertThat(simple.lines().toList())
            .as("seed %d, text %d:\n%s", seed, i, text)
            .isEqualTo(Yaml.withEngine(text).lines().toList());
      }
    }
    assertThat(fast).isGreaterThan(300);
  }

  private static String mutated(String original, Random random) {
    StringBuilder text = new StringBuilder(original);
    if (random.nextBoolean()) {
      int from = random.nextInt(text.length());
      text.delete(from, Math.min(text.length(), from + random.nextInt(200)));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      int at = random.nextInt(text.length() + 1);
      if (random.nextInt(3) > 0) {
        text.insert(at, PIECES[random.nextInt(PIECES.length)]);
      } else {
        text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(4)));
      }
    }
    return text.toString();
  }

  /** Run by hand over any folder: {@code -Dyaml.folder=…}. */
  @Test
  @EnabledIfSystemProperty(named = "yaml.folder", matches = ".+")
  void files_of_a_folder_are_read_as_the_engine_does() throws IOException {
    int all = 0;
    int fast = 0;
    try (Stream<Path> found = Files.walk(Path.of(System.getProperty("yaml.folder")))) {
      for (Path path : found.filter(file -> file.toString().matches(".*\\.ya?ml")).toList()) {
        String text;
        try {
          text = Files.readString(path);
        } catch (MalformedInputException e) {
          continue;
        }
        all++;
        String simple = Yaml.simply(text);
        if (simple != null) {
          fast++;
          assertThat(simple.lines().toList())
              .as(path.toString())
              .isEqualTo(Yaml.withEngine(text).lines().toList());
        }
      }
    }
    System.out.println(fast + " of " + all + " files were read the fast way");
    assertThat(fast).isPositive();
  }
}
