/**
 * Tools that make schema data: the importer of custom resource definitions and the compiler of the tables. They read
 * YAML with Jackson and run at build time, or for {@code mesh-lint schema} commands and users' own definitions; never on
 * the path of a plain run.
 */
@NullMarked
package dev.meshlint.core.schema.build;

import org.jspecify.annotations.NullMarked;
