package io.nexum.command.product;

import io.nexum.command.Claim;
import io.nexum.command.CommandHandler;
import io.nexum.command.Workspace;
import io.nexum.command.ledger.ChartState;
import io.nexum.command.product.ProductState.Known;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.ledger.LedgerEvent;
import io.nexum.kernel.product.ProductCommand;
import io.nexum.kernel.product.ProductCommand.ActivateProduct;
import io.nexum.kernel.product.ProductCommand.ApplyCatalogue;
import io.nexum.kernel.product.ProductCommand.ChangeProduct;
import io.nexum.kernel.product.ProductCommand.CreateProduct;
import io.nexum.kernel.product.ProductCommand.RetireProduct;
import io.nexum.kernel.product.ProductCommand.SuspendProduct;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductEvent.ProductActivated;
import io.nexum.kernel.product.ProductEvent.ProductChanged;
import io.nexum.kernel.product.ProductEvent.ProductCreated;
import io.nexum.kernel.product.ProductEvent.ProductResumed;
import io.nexum.kernel.product.ProductEvent.ProductRetired;
import io.nexum.kernel.product.ProductEvent.ProductSuspended;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductRefusal;
import io.nexum.kernel.product.ProductStatus;

/** The life of a product. */
public final class ProductCommands implements CommandHandler<ProductCommand<?>> {
    @Override
    public Class<?> commands() {
        return ProductCommand.class;
    }

    @Override
    public Object handle(ProductCommand<?> command, Workspace work) {
        return switch (command) {
            case CreateProduct create -> create(create, work);
            case ChangeProduct change -> change(change, work);
            case ActivateProduct activate -> become(ProductStatus.ACTIVE, activate.product(), work);
            case SuspendProduct suspend -> become(ProductStatus.SUSPENDED, suspend.product(), work);
            case RetireProduct retire -> become(ProductStatus.RETIRED, retire.product(), work);
            case ApplyCatalogue catalogue -> CatalogueDecisions.apply(catalogue, work);
        };
    }

    private static ProductId create(CreateProduct command, Workspace work) {
        ChartState chart = work.load(ChartState.TYPE, LedgerEvent.CHART);
        ProductState state = load(command.product(), work);
        created(command.product(), command.conditions(), state, chart, work);
        if (command.activate()) {
            work.record(new ProductActivated(command.product()));
        }
        return command.product();
    }

    private static ProductId change(ChangeProduct command, Workspace work) {
        ChartState chart = work.load(ChartState.TYPE, LedgerEvent.CHART);
        Known product = ProductRules.mustExist(command.product(), load(command.product(), work));
        changed(product, command.conditions(), command.changes(), chart, work);
        return command.product();
    }

    private static ProductId become(ProductStatus status, ProductId id, Workspace work) {
        reach(status, ProductRules.mustExist(id, load(id, work)), work);
        return id;
    }

    static ProductState load(ProductId id, Workspace work) {
        return work.load(ProductState.TYPE, ProductState.streamOf(id));
    }

    static void created(
            ProductId id, ProductConditions conditions, ProductState state, ChartState chart, Workspace work) {
        if (state instanceof Known) {
            throw new RefusedException(new Refusals.AlreadyTaken("product id", id.toString()));
        }
        ProductRules.mustFitTheChart(conditions, chart);
        conditions.code().ifPresent(code -> takeCode(code, work));
        work.record(new ProductCreated(id, conditions));
    }

    static void changed(Known product, ProductConditions after, int changes, ChartState chart, Workspace work) {
        ProductId id = product.version().product();
        if (product.status() == ProductStatus.RETIRED) {
            throw new RefusedException(new ProductRefusal.ProductIsRetired(id));
        }
        if (product.version().version() != changes) {
            throw new RefusedException(new ProductRefusal.ProductChangedMeanwhile(
                    id, product.version().version()));
        }
        ProductConditions before = product.conditions();
        ProductRules.mustStayThatProduct(before, after);
        if (after.equals(before)) {
            return;
        }
        ProductRules.mustFitTheChart(after, chart);
        if (before.code().isEmpty()) {
            after.code().ifPresent(code -> takeCode(code, work));
        }
        work.record(new ProductChanged(id, product.version().next().version(), after));
    }

    /** From draft to active, between active and suspended, and from any of them to retired. */
    static void reach(ProductStatus wanted, Known product, Workspace work) {
        ProductId id = product.version().product();
        ProductStatus now = product.status();
        boolean open = now == ProductStatus.ACTIVE || now == ProductStatus.SUSPENDED;
        if (now == wanted) {
            return;
        }
        if (wanted == ProductStatus.ACTIVE && now == ProductStatus.DRAFT) {
            work.record(new ProductActivated(id));
        } else if (wanted == ProductStatus.ACTIVE && now == ProductStatus.SUSPENDED) {
            work.record(new ProductResumed(id));
        } else if (wanted == ProductStatus.SUSPENDED && now == ProductStatus.ACTIVE) {
            work.record(new ProductSuspended(id));
        } else if (wanted == ProductStatus.RETIRED && (open || now == ProductStatus.DRAFT)) {
            work.record(new ProductRetired(id));
        } else {
            throw new RefusedException(new ProductRefusal.StatusNotReachable(id, now, wanted));
        }
    }

    private static void takeCode(String code, Workspace work) {
        work.claim(new Claim("product_code", code, new Refusals.AlreadyTaken("product code", code)));
    }
}
