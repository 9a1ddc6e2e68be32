package io.nexum.gateway.product;

import io.nexum.kernel.Page;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.product.ProductQuery.FindProducts;
import io.nexum.kernel.product.ProductQuery.ProductView;
import io.nexum.kernel.product.ProductStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A bank's whole catalogue, page by page. */
final class AllProducts {
    private static final int MOST = 2000;

    private AllProducts() {}

    /** @throws RefusedException if there are too many to look at together */
    static List<ProductView> of(Queries queries, QueryContext context, Optional<ProductStatus> status) {
        List<ProductView> all = new ArrayList<>();
        Page<ProductView> page;
        do {
            page = queries.ask(
                    new FindProducts(
                            Optional.empty(),
                            status,
                            Optional.empty(),
                            new PageRequest(all.size(), PageRequest.MAX_LIMIT)),
                    context);
            all.addAll(page.items());
            if (page.total() > MOST) {
                throw new RefusedException(
                        new InvalidValue("products", "a catalogue of more than " + MOST + " products is too large"));
            }
        } while (!page.items().isEmpty() && all.size() < page.total());
        return all;
    }
}
