package dev.meshlint.core.source;

/**
 * Something that makes the run itself fail: a path that is missing or cannot be read.
 *
 * @param argument the path or pattern as given, or the name of the file
 * @param message one sentence that names it, lower-case start, no full stop
 */
public record SourceError(String argument, String message) {}
