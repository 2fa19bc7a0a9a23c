package dev.meshlint.core.source;

/**
 * A file or folder that is not read.
 *
 * @param name its name as shown to people; a folder's ends with a slash
 * @param reason why
 */
public record SkippedSource(String name, SkipReason reason) {}
