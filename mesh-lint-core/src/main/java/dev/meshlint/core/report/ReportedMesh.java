package dev.meshlint.core.report;

import dev.meshlint.core.mesh.Mesh;
import org.jspecify.annotations.Nullable;

/**
 * A mesh as a run understood it.
 *
 * @param name the PATH as given, with one mesh a PATH; else null
 * @param mesh what is in it
 */
public record ReportedMesh(@Nullable String name, Mesh mesh) {}
