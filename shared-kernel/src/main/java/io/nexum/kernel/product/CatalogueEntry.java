package io.nexum.kernel.product;

/**
 * What one product of a catalogue is to be.
 *
 * @param changes the version that was there when the entry was compared, 0 if there was none
 */
public record CatalogueEntry(ProductId product, int changes, ProductConditions conditions, ProductStatus status) {}
