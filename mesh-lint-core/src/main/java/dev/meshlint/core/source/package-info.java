/** Source files, their text and places in it; finding and reading them. */
@NullMarked
package dev.meshlint.core.source;

import org.jspecify.annotations.NullMarked;
