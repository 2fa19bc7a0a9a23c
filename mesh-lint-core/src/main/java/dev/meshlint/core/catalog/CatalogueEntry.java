package dev.meshlint.core.catalog;

/**
 * One file of the catalogue.
 *
 * @param info what a run needs
 * @param text what people read
 */
public record CatalogueEntry(RuleInfo info, RuleText text) {}
