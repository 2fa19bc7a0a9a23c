package dev.meshlint.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Words and places of problems; {@code «»} marks the place and is not part of the text. */
class YamlProblemsTest {
  static Arguments[] problems() {
    String quote = "quote the value: ";
    String indent = "indent it if it belongs to the text above it, or add the missing \":\"";
    String noLine = "line is neither \"key: value\" nor a list item";
    String align = "align the line with the ones that it belongs to";
    String close = "add the closing bracket, or quote the value if the bracket is meant as text";
    String special = "put values with special characters in double quotes";
    String expected = "\" where a comma, a value or the closing bracket was expected";
    return new Arguments[] {
      row(
          "image: «{user}/app:v1»  # comment\n",
          "value begins with \"{\" and goes on after its \"}\"",
          quote + "\"{user}/app:v1\""),
      row(
          "- name: «[a]-b»\n",
          "value begins with \"[\" and goes on after its \"]\"",
          quote + "\"[a]-b\""),
      row(
          "a: «{{ x }}-y»\n",
          "value begins with \"{\" and goes on after its \"}\"",
          quote + "\"{{ x }}-y\""),
      row("a: «{b}}»\n", "value begins with \"{\" and goes on after its \"}\"", quote + "\"{b}}\""),
      row("a: «@x»\n", "value begins with \"@\"", quote + "\"@x\""),
      row("a: «`x`»\n", "value begins with \"`\"", quote + "\"`x`\""),
      row("a: «%VERSION%»\n", "value begins with \"%\"", quote + "\"%VERSION%\""),
      row("a: «*.example.com»\n", "value begins with \"*\"", quote + "\"*.example.com\""),
      row("a: «*»\n", "value begins with \"*\"", quote + "\"*\""),
      row("a: «& b»\n", "value begins with \"&\"", quote + "\"& b\""),
      row("a: «!x!y z»\n", "value begins with \"!\"", quote + "\"!x!y z\""),
      row("a: «|foo»\n", "value begins with \"|\"", quote + "\"|foo\""),
      row("a: «> 5%»\n", "value begins with \">\"", quote + "\"> 5%\""),
      row("a: «, b»\n", "value begins with \",\"", quote + "\", b\""),
      row("a: «}»\n", "value begins with \"}\"", quote + "\"}\""),
      row("a: «? b»\n", "value begins with \"?\"", quote + "\"? b\""),
      row("a: «@\"x\"»\n", "value begins with \"@\"", "quote the whole value"),
      row(
          "a:\n«\t»b: 1\n",
          "tab in the indentation of a line",
          "indent with spaces: YAML allows no tabs there"),
      row(
          "a:\n  «\t»b: 1\n",
          "tab in the indentation of a line",
          "indent with spaces: YAML allows no tabs there"),
      row(
          "-«\t»- a\n",
          "tab in the indentation of a line",
          "indent with spaces: YAML allows no tabs there"),
      row(
          "- «\t»a: 1\n",
          "tab in the indentation of a line",
          "indent with spaces: YAML allows no tabs there"),
      row("a: «b: c»  # comment\n", "value holds \": \" and is not quoted", quote + "\"b: c\""),
      row(
          "a:\n  b: 1\n    «c»: 2\n",
          "wrong indentation: this line is deeper than the one before it, which has a value already",
          "align it with the keys that it belongs to"),
      row(
          "a:\n    b: 1\n  «c: 2»\n",
          "wrong indentation: no block that is open here begins in column 3",
          align),
      row(
          "a:\n  - b: 1\n    c: 2\n   «d: 3»\n",
          "wrong indentation: no block that is open here begins in column 4",
          align),
      row(
          "a:\n  b: 1\n  «- c: 2»\n",
          "list item among the keys of a mapping",
          "indent the item under its key, or remove the \"-\""),
      row(
          "- a\n«b: c»\n",
          "key among the items of a list",
          "indent the key under its item, or begin the line with \"-\""),
      row(
          "a: «- b»\n",
          "list item in the line of its key",
          "begin a new line before the \"-\", or quote the value if the \"-\" is meant as text"),
      row("a: |\n  text\n«more text»\nb: c\n", noLine, indent),
      row("«a:b»\nc: d\n", noLine, "put a blank after the \":\""),
      row("a: b\n«c:d»\ne: f\n", noLine, "put a blank after the \":\""),
      row("a: «\"b»\nc: d\n", "quote is not closed", "add the closing quote"),
      row(
          "a: «\"b»\nc: \"d\"\n",
          "quote is closed only in the next line, where text follows it",
          "close the quote in its own line"),
      row(
          "a: «'b»\n\n\nc: 'd'\n",
          "quote is closed only 3 lines below, where text follows it",
          "close the quote in its own line"),
      row("a: «\"b\" c»\n", "value goes on after its closing quote", "quote the whole value"),
      row("a: «'it's'»\n", "value goes on after its closing quote", quote + "\"'it's'\""),
      row(
          "a: \"«\\d»\"\n",
          "\"\\d\" has no meaning in double quotes",
          "write \"\\\\\" for a backslash, or use single quotes"),
      row(
          "a: \"«\\x»1\"\n",
          "\"\\x\" has no meaning in double quotes",
          "write \"\\\\\" for a backslash, or use single quotes"),
      row("a: «[»1, 2\nb: c\n", "bracket \"[\" is not closed", close),
      row("a: «{»b: c", "bracket \"{\" is not closed", close),
      row(
          "a: [«x.${»y}:80]\n",
          "value with \"{\" in it is not quoted",
          "put the value in double quotes"),
      row("a: [1,«,»2]\n", "\"," + expected, "remove the comma, or add the value before it"),
      row("a: [«:»:1]\n", "\":" + expected, special),
      row("a: b\n«%»FOO\n", null, null),
      row(
          "«%x: 1»\n",
          "line begins with \"%\" but is no directive of YAML",
          "remove the line, or quote the value that begins with \"%\""),
      row(
          "{}\n«a: b»\n",
          "this line does not belong to the document before it",
          "align it with the first line of the document, or separate documents with a line \"---\""),
      row(
          "a: 1\n«<<<<<<< HEAD»\nb: 2\n=======\nb: 3\n>>>>>>> x\n",
          "unresolved merge conflict",
          "keep one of the two sides and remove the lines with <<<<<<<, ======= and >>>>>>>"),
      row(
          "a: |\n   \n  «»x\n",
          "block of text begins with a blank line that is indented deeper than its text",
          "remove the blanks from the empty line"),
      row("a: *x y\n", null, null),
    };
  }

  private static Arguments row(String marked, @Nullable String message, @Nullable String help) {
    return Arguments.of(marked, message, help);
  }

  @ParameterizedTest
  @MethodSource("problems")
  void syntaxErrors(String marked, @Nullable String message, @Nullable String help) {
    YamlFile file = Yaml.read(marked.replace("«", "").replace("»", ""));

    assertThat(file.problems()).hasSize(1);
    YamlProblem problem = file.problems().get(0);
    assertThat(problem.rule()).isEqualTo("yaml-syntax");
    if (message != null) {
      assertThat(problem.message()).isEqualTo(message);
      assertThat(problem.help()).isEqualTo(help);
      assertThat(problem.start()).isEqualTo(marked.indexOf('«'));
      assertThat(problem.end()).isEqualTo(marked.indexOf('»') - 1);
    }
  }

  @Test
  void aDuplicateKeyHasBothPlaces() {
    YamlFile file = Yaml.read("a: 1\n\"b\": 2\nb: 3\n");

    assertThat(file.problems()).hasSize(1);
    YamlProblem problem = file.problems().get(0);
    assertThat(problem.rule()).isEqualTo("yaml-duplicate-key");
    assertThat(problem.start()).isEqualTo(12);
    assertThat(problem.relatedStart()).isEqualTo(5);
    assertThat(problem.relatedMessage()).isEqualTo("the first \"b\"");
    assertThat(((YamlMapping) file.documents().get(0).root()).get("b"))
        .extracting(node -> ((YamlScalar) node).text())
        .isEqualTo("3");
  }

  @Test
  void aBlockInWhichALineDoesNotFitIsShown() {
    YamlProblem problem = Yaml.read("x: y\na:\n  b: 1\n  - c: 2\n").problems().get(0);

    assertThat(problem.relatedMessage()).isEqualTo("the mapping begins here");
    assertThat(problem.relatedStart()).isEqualTo(10);
  }
}
