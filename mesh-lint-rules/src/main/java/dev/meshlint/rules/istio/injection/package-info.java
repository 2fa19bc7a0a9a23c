/** Rules of the mesh istio on injection. */
@NullMarked
package dev.meshlint.rules.istio.injection;

import org.jspecify.annotations.NullMarked;
