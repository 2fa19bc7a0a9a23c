/** Views on the Kubernetes kinds that a mesh reads. */
@NullMarked
package dev.meshlint.core.model.kubernetes;

import org.jspecify.annotations.NullMarked;
