/** The public API: {@code MeshLint} reads manifests and gives a report. */
@NullMarked
package dev.meshlint.core;

import org.jspecify.annotations.NullMarked;
