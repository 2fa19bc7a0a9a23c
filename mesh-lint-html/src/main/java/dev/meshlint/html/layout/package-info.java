/** Where the pieces of a picture lie: decided by the Eclipse Layout Kernel, written as SVG. */
@NullMarked
package dev.meshlint.html.layout;

import org.jspecify.annotations.NullMarked;
