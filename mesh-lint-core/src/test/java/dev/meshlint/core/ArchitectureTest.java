package dev.meshlint.core;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plan of the house, kept by a test: who may know whom. */
class ArchitectureTest {

  private static final String ROOT = "dev.meshlint.core";

  /** The way of the data: each package knows only those before it. */
  private static final List<String> ORDER =
      List.of(
          "value",
          "promql",
          "source",
          "yaml",
          "fix",
          "finding",
          "render",
          "manifest",
          "schema",
          "model",
          "mesh",
          "rule",
          "catalog",
          "config",
          "engine",
          "baseline",
          "report");

  private static final JavaClasses CORE =
      new ClassFileImporter()
          // not the predefined option: it knows target/test-classes only, not
          // target/quick/test-classes
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages(ROOT);

  static Stream<String> packages() {
    return ORDER.stream();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void a_package_knows_only_those_before_it(String name) {
    List<String> later = ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size());
    String[] forbidden =
        Stream.concat(Stream.of(ROOT), later.stream().map(one -> ROOT + "." + one + ".."))
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden)
        .check(CORE);
  }

  @Test
  void every_package_has_its_place_in_the_order() {
    assertThat(CORE.stream().map(JavaClass::getPackageName).distinct())
        .filteredOn(name -> !name.equals(ROOT))
        .allSatisfy(name -> assertThat(name.split("\\.")[3]).isIn(ORDER));
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void nothing_is_printed_or_logged() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.logging..", "org.slf4j..")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .because("a library does not speak past its caller")
        .check(CORE);
  }

  @Test
  void static_fields_are_final() {
    fields()
        .that()
        .areStatic()
        .should()
        .beFinal()
        .because("runs in one JVM must not see each other")
        .check(CORE);
  }

  @Test
  void nothing_is_reflective() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.lang.reflect..")
        .orShould()
        .callMethod(Class.class, "forName", String.class)
        .check(CORE);
  }

  @Test
  void schema_and_binding_libraries_stay_off_the_path_of_a_plain_run() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".schema..", ROOT + ".config..", ROOT + ".catalog..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.networknt..", "tools.jackson..")
        .because("loading them takes longer than linting a file")
        .check(CORE);
  }

  @Test
  void only_our_own_patterns_run_on_the_backtracking_engine() {
    noClasses()
        .should()
        .callMethodWhere(
            are(
                describe(
                    "compiling a java.util.regex.Pattern outside of a constant",
                    ArchitectureTest::compilesPattern)))
        .because("patterns of users run on RE2, in linear time")
        .check(CORE);
  }

  private static boolean compilesPattern(JavaMethodCall call) {
    boolean compiles =
        call.getTargetOwner().isEquivalentTo(Pattern.class)
            && (call.getName().equals("compile") || call.getName().equals("matches"));
    return compiles && !inStaticInitialiser(call);
  }

  private static boolean inStaticInitialiser(JavaAccess<?> access) {
    return access.getOrigin().getName().equals("<clinit>");
  }
}
