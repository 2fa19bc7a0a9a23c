/** The report as one HTML file that needs nothing else: what was found, why it matters, and a picture of the mesh. */
@NullMarked
package dev.meshlint.html;

import org.jspecify.annotations.NullMarked;
