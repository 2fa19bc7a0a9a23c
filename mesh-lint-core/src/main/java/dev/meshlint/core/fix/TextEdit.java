package dev.meshlint.core.fix;

import dev.meshlint.core.source.SourceFile;

/**
 * Replaces a piece of one file.
 *
 * @param file the file
 * @param start the offset of the first character to replace
 * @param end the offset after the last one; equal to start for an insertion
 * @param text what to put there
 */
public record TextEdit(SourceFile file, int start, int end, String text) {}
