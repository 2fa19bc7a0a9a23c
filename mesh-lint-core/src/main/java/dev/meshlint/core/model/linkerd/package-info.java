/** Views on Linkerd's kinds. */
@NullMarked
package dev.meshlint.core.model.linkerd;

import org.jspecify.annotations.NullMarked;
