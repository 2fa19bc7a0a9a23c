/** What a run finds: plain data, read by reports and tests. */
@NullMarked
package dev.meshlint.core.finding;

import org.jspecify.annotations.NullMarked;
