package dev.meshlint.core.finding;

/**
 * A finding that is not reported because somebody said so.
 *
 * @param finding the finding
 * @param inSource whether the file says so, by a comment or an annotation; else the configuration does
 * @param reason why; empty if it does not say
 */
public record SuppressedFinding(Finding finding, boolean inSource, String reason) {}
