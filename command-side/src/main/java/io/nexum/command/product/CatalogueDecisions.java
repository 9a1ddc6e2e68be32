package io.nexum.command.product;

import io.nexum.command.Workspace;
import io.nexum.command.ledger.ChartState;
import io.nexum.command.product.ProductState.Known;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.ledger.LedgerEvent;
import io.nexum.kernel.product.CatalogueEntry;
import io.nexum.kernel.product.ProductCommand.ApplyCatalogue;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductRefusal;
import io.nexum.kernel.product.ProductStatus;
import java.util.Comparator;
import java.util.List;

/** A whole catalogue at once. */
final class CatalogueDecisions {
    private CatalogueDecisions() {}

    static Integer apply(ApplyCatalogue command, Workspace work) {
        List<CatalogueEntry> entries = command.entries();
        long products = entries.stream().map(CatalogueEntry::product).distinct().count();
        if (entries.size() > ApplyCatalogue.MOST_ENTRIES || products != entries.size()) {
            throw new RefusedException(new Refusals.InvalidValue(
                    "products",
                    "a catalogue has at most " + ApplyCatalogue.MOST_ENTRIES + " products, each of them once"));
        }
        ChartState chart = work.load(ChartState.TYPE, LedgerEvent.CHART);
        entries.stream()
                .map(CatalogueEntry::product)
                .sorted(Comparator.comparing(ProductState::streamOf))
                .forEach(id -> ProductCommands.load(id, work));
        entries.forEach(entry -> apply(entry, chart, work));
        return entries.size();
    }

    private static void apply(CatalogueEntry entry, ChartState chart, Workspace work) {
        ProductId id = entry.product();
        if (entry.changes() == 0) {
            ProductCommands.created(id, entry.conditions(), ProductCommands.load(id, work), chart, work);
        } else {
            Known product = ProductRules.mustExist(id, ProductCommands.load(id, work));
            boolean stays = product.conditions().equals(entry.conditions());
            if (!stays || product.version().version() != entry.changes()) {
                ProductCommands.changed(product, entry.conditions(), entry.changes(), chart, work);
            }
        }
        become(entry.status(), ProductRules.mustExist(id, ProductCommands.load(id, work)), work);
    }

    /** A new product becomes suspended by way of active. */
    private static void become(ProductStatus status, Known product, Workspace work) {
        ProductId id = product.version().product();
        if (status == ProductStatus.SUSPENDED && product.status() == ProductStatus.DRAFT) {
            ProductCommands.reach(ProductStatus.ACTIVE, product, work);
            ProductCommands.reach(status, ProductRules.mustExist(id, ProductCommands.load(id, work)), work);
        } else if (status == ProductStatus.DRAFT && product.status() != ProductStatus.DRAFT) {
            throw new RefusedException(new ProductRefusal.StatusNotReachable(id, product.status(), status));
        } else {
            ProductCommands.reach(status, product, work);
        }
    }
}
