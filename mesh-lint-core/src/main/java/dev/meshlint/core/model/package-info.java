/** Typed, lazy views over the nodes of a resource. */
@NullMarked
package dev.meshlint.core.model;

import org.jspecify.annotations.NullMarked;
