package dev.meshlint.core.finding;

/**
 * A file, or a document of it, that was not linted.
 *
 * @param file its name as shown to people
 * @param reason why, such as {@code Helm template} or {@code not a Kubernetes manifest}
 */
public record Skipped(String file, String reason) {}
