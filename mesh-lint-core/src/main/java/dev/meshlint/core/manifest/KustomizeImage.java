package dev.meshlint.core.manifest;

import org.jspecify.annotations.Nullable;

/**
 * An image that a kustomization changes.
 *
 * @param name the name that resources use
 * @param newName the name that takes its place; null if it stays
 * @param newTag the tag that takes its place; null if it stays
 */
public record KustomizeImage(String name, @Nullable String newName, @Nullable String newTag) {}
