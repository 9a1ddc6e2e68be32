package io.nexum.gateway.product;

import io.nexum.gateway.request.YamlRequest;
import io.nexum.kernel.product.ProductCommand.ApplyCatalogue;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A catalogue to be taken over. */
record CatalogueBody(
        @Size(min = 1, max = ApplyCatalogue.MOST_ENTRIES) List<ProductBody> products) implements YamlRequest {}
