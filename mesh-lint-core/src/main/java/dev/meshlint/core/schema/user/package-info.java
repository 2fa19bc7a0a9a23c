/**
 * Schemas that users bring: definitions of custom resources and JSON Schemas. Only this package loads the JSON Schema
 * library, and only where a run is given such schemas.
 */
@NullMarked
package dev.meshlint.core.schema.user;

import org.jspecify.annotations.NullMarked;
