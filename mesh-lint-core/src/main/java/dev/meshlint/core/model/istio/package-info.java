/** Views on Istio's networking and security kinds. */
@NullMarked
package dev.meshlint.core.model.istio;

import org.jspecify.annotations.NullMarked;
