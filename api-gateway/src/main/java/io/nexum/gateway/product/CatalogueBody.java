package io.nexum.gateway.product;

import io.nexum.gateway.request.Fields;
import io.nexum.gateway.request.YamlBody;
import io.nexum.kernel.product.ProductCommand.ApplyCatalogue;
import java.util.List;

/** A catalogue to be taken over. */
record CatalogueBody(List<ProductBody> products) implements YamlBody {
    static CatalogueBody read(Fields in) {
        return new CatalogueBody(in.list("products", ApplyCatalogue.MOST_ENTRIES, ProductBody::read));
    }
}
