/** Reads the catalogue's YAML and compiles it; part of builds and tests, never of a run. */
@NullMarked
package dev.meshlint.core.catalog.build;

import org.jspecify.annotations.NullMarked;
