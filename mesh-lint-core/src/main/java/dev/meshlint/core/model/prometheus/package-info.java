/** Views on Prometheus' rules. */
@NullMarked
package dev.meshlint.core.model.prometheus;

import org.jspecify.annotations.NullMarked;
