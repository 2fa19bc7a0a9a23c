/** Measures how long linting takes; not published. */
@NullMarked
package dev.meshlint.benchmarks;

import org.jspecify.annotations.NullMarked;
