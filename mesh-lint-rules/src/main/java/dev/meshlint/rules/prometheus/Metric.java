package dev.meshlint.rules.prometheus;

import org.jspecify.annotations.Nullable;

/**
 * A metric of a mesh.
 *
 * @param counter whether it counts events
 * @param labels its labels; null where they are not known
 */
record Metric(boolean counter, @Nullable MetricLabels labels) {}
