package io.nexum.gateway.product;

import io.nexum.gateway.product.CatalogueDiff.Action;
import io.nexum.gateway.product.CatalogueDiff.Changed;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductStatus;
import java.util.List;
import java.util.Optional;

/**
 * What taking over a catalogue changed, or would change.
 *
 * @param dryRun whether nothing was written
 * @param changes the products that are new or become others
 */
record CatalogueAnswer(boolean dryRun, long created, long changed, long unchanged, List<Change> changes) {
    /** What becomes of one product. */
    record Change(
            Action action,
            ProductId productId,
            Optional<String> productCode,
            String name,
            ProductStatus status,
            List<Changed> fields) {}

    static CatalogueAnswer of(CatalogueDiff diff, boolean dryRun) {
        return new CatalogueAnswer(
                dryRun,
                diff.count(Action.CREATE),
                diff.count(Action.CHANGE),
                diff.count(Action.NONE),
                diff.lines().stream()
                        .filter(line -> line.action() != Action.NONE)
                        .map(line -> new Change(
                                line.action(),
                                line.entry().product(),
                                line.entry().conditions().code(),
                                line.entry().conditions().name(),
                                line.entry().status(),
                                line.fields()))
                        .toList());
    }
}
