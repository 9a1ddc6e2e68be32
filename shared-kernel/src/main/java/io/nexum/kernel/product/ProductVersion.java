package io.nexum.kernel.product;

/**
 * The product and which of its versions something was opened under.
 *
 * @param version counts from 1
 */
public record ProductVersion(ProductId product, int version) {
    /** @throws IllegalArgumentException if the version is below 1 */
    public ProductVersion {
        Terms.require(version >= 1, "versions count from 1");
    }

    public ProductVersion next() {
        return new ProductVersion(product, version + 1);
    }
}
