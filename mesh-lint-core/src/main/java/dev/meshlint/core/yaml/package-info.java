/** YAML as an immutable tree whose nodes know their place. */
@NullMarked
package dev.meshlint.core.yaml;

import org.jspecify.annotations.NullMarked;
