/** Findings as text, JSON and other formats. */
@NullMarked
package dev.meshlint.core.report;

import org.jspecify.annotations.NullMarked;
