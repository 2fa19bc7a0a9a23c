/** Assertions on reports and a JUnit Jupiter extension, for the tests of users. */
module dev.meshlint.test {
  requires transitive dev.meshlint.core;
  requires static transitive org.assertj.core;
  requires static transitive org.junit.jupiter.api;

  exports dev.meshlint.test;

  // JUnit makes the extension.
  opens dev.meshlint.test to
      org.junit.platform.commons;
}
