package dev.meshlint.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.meshlint.core.rule.Rule;
import org.junit.jupiter.api.Test;

/** What rules are made of, and what they may know. */
class ArchitectureTest {

  private static final String RULES = "dev.meshlint.rules..";

  /** With the core, so that it is known which interfaces are rules. */
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          // not the predefined option: it knows target/test-classes only, not
          // target/quick/test-classes
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("dev.meshlint.rules", "dev.meshlint.core");

  @Test
  void rules_have_no_state() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .areAssignableTo(Rule.class)
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage(RULES)
        .should()
        .beStatic()
        .andShould()
        .beFinal()
        .because("one instance serves several threads at once")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void rules_are_public_and_final() {
    classes()
        .that()
        .areAssignableTo(Rule.class)
        .and()
        .resideInAPackage(RULES)
        .should()
        .bePublic()
        .andShould()
        .haveModifier(JavaModifier.FINAL)
        .because("the service loader makes them, and nobody extends them")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void rules_do_not_know_who_runs_them() {
    noClasses()
        .that()
        .resideInAPackage(RULES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.meshlint.core",
            "dev.meshlint.core.engine..",
            "dev.meshlint.core.config..",
            "dev.meshlint.core.report..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void rules_open_no_files_and_print_nothing() {
    noClasses()
        .that()
        .resideInAPackage(RULES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..", "java.net..", "java.util.logging..", "org.slf4j..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.(File|RandomAccessFile).*")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void rules_leave_regular_expressions_to_the_core() {
    noClasses()
        .that()
        .resideInAPackage(RULES)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.util.regex..")
        .because("patterns of users run on RE2, and our own grammar lives in the package value")
        .allowEmptyShould(true)
        .check(CLASSES);
  }
}
