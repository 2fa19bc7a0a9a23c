/** The Maven plugin: translates parameters of a build into a run of mesh-lint, and its report into the result of the build. */
@NullMarked
package dev.meshlint.maven;

import org.jspecify.annotations.NullMarked;
