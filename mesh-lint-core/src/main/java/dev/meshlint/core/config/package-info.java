/** The configuration of a run. */
@NullMarked
package dev.meshlint.core.config;

import org.jspecify.annotations.NullMarked;
