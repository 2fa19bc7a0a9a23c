/** Makes mistakes in correct manifests, one at a time, to see whether they are found. */
@NullMarked
package dev.meshlint.rules.mutation;

import org.jspecify.annotations.NullMarked;
