/** Runs the rules and turns what they say into findings. */
@NullMarked
package dev.meshlint.core.engine;

import org.jspecify.annotations.NullMarked;
