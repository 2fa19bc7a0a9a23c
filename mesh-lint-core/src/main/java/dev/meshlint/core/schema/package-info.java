/** The shape of one kind: built-in schemas, the checker, and schemas that users bring. */
@NullMarked
package dev.meshlint.core.schema;

import org.jspecify.annotations.NullMarked;
