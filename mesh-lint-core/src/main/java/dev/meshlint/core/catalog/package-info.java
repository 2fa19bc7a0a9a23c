/** The catalogue of rules: texts, severities, options, compiled at build time. */
@NullMarked
package dev.meshlint.core.catalog;

import org.jspecify.annotations.NullMarked;
