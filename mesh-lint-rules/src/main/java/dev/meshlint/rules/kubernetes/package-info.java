/** Rules of the mesh kubernetes. */
@NullMarked
package dev.meshlint.rules.kubernetes;

import org.jspecify.annotations.NullMarked;
