/**
 * The query language of Prometheus: expressions, their parts and places, and what is wrong with
 * them. Source: Prometheus documentation, "Querying Prometheus". Pure functions.
 */
@NullMarked
package dev.meshlint.core.promql;

import org.jspecify.annotations.NullMarked;
