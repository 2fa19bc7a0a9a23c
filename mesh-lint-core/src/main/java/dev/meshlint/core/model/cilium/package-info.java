/** Views on Cilium's kinds. */
@NullMarked
package dev.meshlint.core.model.cilium;

import org.jspecify.annotations.NullMarked;
