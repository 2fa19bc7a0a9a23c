/** Assertions on reports of mesh-lint, for the tests of users. */
@NullMarked
package dev.meshlint.test;

import org.jspecify.annotations.NullMarked;
