package io.nexum.gateway.product;

import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.product.Recommendation;
import java.util.List;

/** The products that suit a customer best, the best one first. */
record RecommendationsAnswer(CustomerId customerId, Recommendation.Use intendedUse, List<Item> recommendations) {
    /** @param score only for comparing with the others */
    record Item(ProductAnswer product, String score, List<String> reasons) {}

    static RecommendationsAnswer of(CustomerId customer, Recommendation.Use use, List<Recommendation> best) {
        return new RecommendationsAnswer(
                customer,
                use,
                best.stream()
                        .map(one -> new Item(
                                ProductAnswer.of(one.product()), one.score().toPlainString(), one.reasons()))
                        .toList());
    }
}
