/** Which view is for which kind. */
@NullMarked
package dev.meshlint.core.model.kinds;

import org.jspecify.annotations.NullMarked;
