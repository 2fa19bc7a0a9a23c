/** The command line. */
@NullMarked
package dev.meshlint.cli;

import org.jspecify.annotations.NullMarked;
