package dev.meshlint.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meshlint.core.schema.build.SchemaCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each keyword of the schema files means, on a kind made up for it. */
class KeywordsTest {
  @TempDir private Path folder;

  @Test
  void mutually_exclusive_lets_one_of_a_set_be_set() throws IOException {
    String spec = "mutuallyExclusive: [a, b]\nproperties: {a: {type: string}, b: {type: string}}";

    assertThat(check(spec, "a: x")).isEmpty();
    assertThat(check(spec, "{}")).isEmpty();
    assertThat(check(spec, "a: x\nb: x"))
        .containsExactly(
            "7 schema-conflicting-fields \"b\" and \"a\" exclude each other: set only one of them");
  }

  @Test
  void exactly_one_of_wants_one_of_a_set() throws IOException {
    String spec = "exactlyOneOf: [a, b]\nproperties: {a: {type: string}, b: {type: string}}";

    assertThat(check(spec, "b: x")).isEmpty();
    assertThat(check(spec, "{}"))
        .containsExactly("5 schema-missing-field \"spec\" needs exactly one of \"a\" or \"b\"");
  }

  @Test
  void unique_by_tells_items_of_a_list_apart_by_keys_and_their_defaults() throws IOException {
    String spec =
        """
        properties:
          refs:
            type: array
            uniqueBy: [kind, name]
            items:
              type: object
              properties: {kind: {type: string, default: Service}, name: {type: string}}
        """;

    assertThat(check(spec, "refs:\n- {name: a}\n- {name: b}")).isEmpty();
    assertThat(check(spec, "refs:\n- {name: a}\n- {name: '${X}'}\n- {name: '${X}'}")).isEmpty();
    assertThat(check(spec, "refs:\n- {name: a}\n- {name: a, kind: Service}"))
        .containsExactly(
            "8 schema-conflicting-fields kind \"Service\" with name \"a\" is used twice: it must be"
                + " unique in the list");
  }

  @Test
  void checks_compare_values_around_a_place() throws IOException {
    String spec =
        """
        properties:
          mode: {type: string}
          ports:
            type: array
            items:
              type: object
              checks:
                - when: {^mode: [CLOSED, null]}
                  forbid: number
                  because: nothing is open
              properties: {number: {type: integer}}
        """;

    assertThat(check(spec, "mode: OPEN\nports:\n- {number: 1}")).isEmpty();
    assertThat(check(spec, "mode: ${MODE}\nports:\n- {number: 1}")).isEmpty();
    assertThat(check(spec, "ports:\n- {number: 1}"))
        .containsExactly(
            "7 schema-conflicting-fields \"number\" is not allowed here: nothing is open");
  }

  @Test
  void checks_can_require_reject_and_ignore() throws IOException {
    String spec =
        """
        checks:
          - when: {a: present, b: empty}
            require: b
            because: a needs it
          - when: {a: {longerThan: b}}
            reject: a
            message: '"{value}" is too long'
          - when: {c: {not: {ignoringCase: [yes-please]}}}
            ignored: c
            message: c has no effect
        properties: {a: {type: string}, b: {type: string}, c: {type: string}}
        """;

    assertThat(check(spec, "a: 1s\nb: 1s\nc: Yes-Please")).isEmpty();
    assertThat(check(spec, "a: 1s"))
        .containsExactly("5 schema-missing-field \"b\" is missing: a needs it");
    assertThat(check(spec, "a: 2s\nb: 1s"))
        .containsExactly("6 schema-invalid-value \"2s\" is too long");
    assertThat(check(spec, "c: no")).isNotEmpty();
  }

  @Test
  void discriminator_joins_a_value_and_the_block_beside_it() throws IOException {
    String spec =
        """
        discriminator: {field: type, blocks: {Header: header, Cookie: cookie}}
        properties: {type: {type: string}, header: {type: object}, cookie: {type: object}}
        """;

    assertThat(check(spec, "type: Header\nheader: {}")).isEmpty();
    assertThat(check(spec, "type: Header"))
        .containsExactly("5 schema-missing-field type \"Header\" needs \"header\": it is missing");
    assertThat(check(spec, "type: Header\nheader: {}\ncookie: {}"))
        .containsExactly(
            "8 schema-conflicting-fields \"cookie\" does not belong to type \"Header\"");
  }

  @Test
  void renamed_takes_a_former_name_for_the_field_and_gives_one_finding() throws IOException {
    String spec = "renamed: {name: host}\nrequired: [host]\nproperties: {host: {type: string}}";

    assertThat(check(spec, "name: a"))
        .containsExactly(
            "6 schema-unknown-field \"name\" is not a field of \"spec\": it is dropped");
    assertThat(check(spec, "name: [a]")).hasSize(1);
  }

  @Test
  void deprecated_fields_and_values_name_their_successors() throws IOException {
    String spec =
        """
        properties:
          old: {type: string, deprecation: young has replaced it, replacedBy: young}
          young: {type: string, replacedValues: {SLOW: FAST}}
        """;

    assertThat(check(spec, "old: x"))
        .containsExactly("6 schema-deprecated-field \"old\" is deprecated: young has replaced it");
    assertThat(check(spec, "young: SLOW"))
        .containsExactly(
            "6 schema-deprecated-field \"SLOW\" is a deprecated value of \"young\": \"FAST\" has"
                + " replaced it");
  }

  @Test
  void since_warns_where_the_release_in_use_is_older() throws IOException {
    String spec = "properties: {young: {type: string, since: '1.30'}}";

    assertThat(check(spec, "young: x", new SchemaContext(Map.of("kubernetes", "1.30")))).isEmpty();
    assertThat(check(spec, "young: x", new SchemaContext(Map.of("kubernetes", "1.29")))).hasSize(1);
    assertThat(check(spec, "young: x")).isEmpty();
  }

  @Test
  void loose_objects_report_slips_only() throws IOException {
    String spec = "loose: true\nproperties: {trustDomain: {type: string}}";

    assertThat(check(spec, "somethingElse: x")).isEmpty();
    assertThat(check(spec, "trustDomian: x"))
        .containsExactly(
            "6 schema-unknown-field \"trustDomian\" is not a field of \"spec\": it has no effect");
  }

  @Test
  void limits_and_formats_say_what_is_wrong() throws IOException {
    String spec =
        """
        properties:
          percent: {type: integer, minimum: 0, maximum: 100}
          name: {type: string, maxLength: 3}
          timeout: {type: string, format: gep-2257-duration}
          list: {type: array, maxItems: 1, uniqueItems: true, items: {type: string}}
        """;

    assertThat(check(spec, "percent: 101"))
        .containsExactly("6 schema-invalid-value \"percent\" must be from 0 to 100, not 101");
    assertThat(check(spec, "name: abcd"))
        .containsExactly("6 schema-invalid-value \"name\" has 4 characters, at most 3 are allowed");
    assertThat(check(spec, "timeout: 1.5s")).hasSize(1);
    assertThat(check(spec, "list: [a, a]")).hasSize(2);
    assertThat(check(spec, "percent: ${P}\nname: ${LONG_NAME}\ntimeout: $(T)")).isEmpty();
  }

  @Test
  void a_rule_for_a_field_that_does_not_exist_stops_the_build() {
    assertThatThrownBy(
            () -> compile("properties: {a: {type: string}}", "rules:\n  spec.b: {minLength: 1}\n"))
        .hasMessageContaining("spec.b");
    assertThatThrownBy(() -> compile("properties: {a: {type: string, format: nonsense}}", ""))
        .hasMessageContaining("nonsense");
    assertThatThrownBy(() -> compile("properties: {a: {type: string, nonsense: 1}}", ""))
        .hasMessageContaining("nonsense");
  }

  @Test
  void rules_are_laid_over_a_file_without_changing_it() throws IOException {
    BuiltInSchemas tables =
        compile(
            "properties: {a: {type: string}, b: {type: string}}",
            "rules:\n  spec.(a|b): {enum: [x]}\n  spec.c: {type: boolean}\n");

    assertThat(lines(tables, "a: y\nb: y\nc: true", SchemaContext.DEFAULT)).hasSize(2);
  }

  private List<String> check(String schema, String spec) throws IOException {
    return check(schema, spec, SchemaContext.DEFAULT);
  }

  private List<String> check(String schema, String spec, SchemaContext context) throws IOException {
    return lines(compile(schema, ""), spec, context);
  }

  private BuiltInSchemas compile(String schema, String rules) throws IOException {
    Path written = Files.createDirectories(folder.resolve("written"));
    Files.writeString(
        written.resolve("Thing.yaml"),
        "group: example.com\nkind: Thing\nversions: {v1: {}}\ntype: object\nproperties:\n  spec:\n"
            + "    type: object\n"
            + schema.indent(4));
    Path layer = Files.createDirectories(folder.resolve("rules"));
    Files.writeString(
        layer.resolve("thing.yaml"),
        "kinds: [example.com/Thing]\n" + (rules.isEmpty() ? "rules: {}\n" : rules));
    return BuiltInSchemas.of(SchemaCompiler.compile(folder));
  }

  private static List<String> lines(BuiltInSchemas tables, String spec, SchemaContext context) {
    List<String> lines = new ArrayList<>();
    new SchemaChecker(tables)
        .check(
            Shapes.resource(
                "apiVersion: example.com/v1\nkind: Thing\nmetadata:\n  name: thing\nspec:\n"
                    + spec.indent(2)),
            context,
            problem ->
                lines.add(
                    problem.at().node().line() + " " + problem.rule() + " " + problem.message()));
    return lines;
  }
}
