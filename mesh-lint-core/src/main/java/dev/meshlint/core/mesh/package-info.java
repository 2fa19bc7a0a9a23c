/** The resources of one run understood together: how hosts, selectors, gateways and policies resolve. */
@NullMarked
package dev.meshlint.core.mesh;

import org.jspecify.annotations.NullMarked;
