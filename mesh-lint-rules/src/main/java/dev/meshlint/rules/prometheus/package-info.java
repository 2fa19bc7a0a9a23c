/** Rules on the alerts and recorded series that watch a mesh. */
@NullMarked
package dev.meshlint.rules.prometheus;

import org.jspecify.annotations.NullMarked;
