/** Rules of the mesh istio on workload. */
@NullMarked
package dev.meshlint.rules.istio.workload;

import org.jspecify.annotations.NullMarked;
