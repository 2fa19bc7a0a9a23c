/**
 * The grammar of single values: durations, hosts, ports, labels, names, near misses, placeholders.
 */
@NullMarked
package dev.meshlint.core.value;

import org.jspecify.annotations.NullMarked;
