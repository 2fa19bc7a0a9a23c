/** What a rule is and what it may say. */
@NullMarked
package dev.meshlint.core.rule;

import org.jspecify.annotations.NullMarked;
