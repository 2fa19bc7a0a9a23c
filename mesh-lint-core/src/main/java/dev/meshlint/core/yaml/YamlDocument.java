package dev.meshlint.core.yaml;

import dev.meshlint.core.source.SourceFile;

/**
 * One document of a file.
 *
 * @param file the file
 * @param index the position among the documents of the file, from 0; empty and broken ones count
 * @param root the document's root node
 */
public record YamlDocument(SourceFile file, int index, YamlNode root) {}
