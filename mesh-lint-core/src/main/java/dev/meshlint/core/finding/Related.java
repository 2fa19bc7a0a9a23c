package dev.meshlint.core.finding;

/**
 * A second place that a finding speaks of.
 *
 * @param place the place
 * @param message what is there
 */
public record Related(Place place, String message) {}
