/** Text edits that mend a finding. */
@NullMarked
package dev.meshlint.core.fix;

import org.jspecify.annotations.NullMarked;
