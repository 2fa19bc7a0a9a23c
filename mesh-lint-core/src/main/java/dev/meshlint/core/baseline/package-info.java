/** What was found before and is not reported again. */
@NullMarked
package dev.meshlint.core.baseline;

import org.jspecify.annotations.NullMarked;
