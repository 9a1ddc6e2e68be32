package io.nexum.command.product;

import io.nexum.command.ledger.ChartState;
import io.nexum.command.product.ProductState.Known;
import io.nexum.command.product.ProductState.Unknown;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.product.GlRole;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductRefusal;
import io.nexum.kernel.product.ProductStatus;
import io.nexum.kernel.product.ProductType;
import io.nexum.kernel.product.ProductVersion;
import java.util.Optional;

/** The rules that more than one command asks. Each returns, or refuses with its reason. */
public final class ProductRules {
    private ProductRules() {}

    public static Known mustExist(ProductId id, ProductState state) {
        return switch (state) {
            case Known product -> product;
            case Unknown unknown -> throw new RefusedException(new Refusals.NotFound("product", id.toString()));
        };
    }

    /** What is new is opened under an active product of its own type and currency. */
    public static Known mustBeOffered(ProductId id, ProductState state, ProductType type, Currency currency) {
        Known product = mustExist(id, state);
        if (product.status() != ProductStatus.ACTIVE) {
            throw new RefusedException(new ProductRefusal.ProductNotActive(id, product.status()));
        }
        ProductConditions conditions = product.conditions();
        if (conditions.type() != type) {
            throw new RefusedException(new ProductRefusal.ProductOfOtherType(id, conditions.type(), type));
        }
        if (conditions.currency() != currency) {
            throw new RefusedException(new ProductRefusal.ProductOfOtherCurrency(id, conditions.currency(), currency));
        }
        return product;
    }

    /**
     * A product as {@link #mustBeOffered}, and in the version that was looked at.
     *
     * @throws RefusedException too if there is a newer version
     */
    public static ProductState.Known mustBeOfferedAs(
            ProductVersion wanted, ProductState state, ProductType type, Currency currency) {
        ProductState.Known product = mustBeOffered(wanted.product(), state, type, currency);
        if (!product.version().equals(wanted)) {
            throw new RefusedException(new ProductRefusal.ProductChangedMeanwhile(
                    wanted.product(), product.version().version()));
        }
        return product;
    }

    /** All versions of a product have its type, its currency and, once it has one, its code in common. */
    static void mustStayThatProduct(ProductConditions before, ProductConditions after) {
        mustStay("product_type", before.type() == after.type());
        mustStay("currency", before.currency() == after.currency());
        mustStay("product_code", before.code().isEmpty() || before.code().equals(after.code()));
    }

    private static void mustStay(String field, boolean stays) {
        if (!stays) {
            throw new RefusedException(new ProductRefusal.ProductPartFixed(field));
        }
    }

    /** What a product posts to must be there, and of the class that the posting belongs on. */
    static void mustFitTheChart(ProductConditions conditions, ChartState chart) {
        conditions
                .glAccounts()
                .accounts()
                .forEach((role, code) -> why(role, chart.find(code)).ifPresent(why -> refuse(role, code, why)));
    }

    private static Optional<String> why(GlRole role, Optional<GlAccount> found) {
        if (found.isEmpty()) {
            return Optional.of("the chart of accounts has no such account");
        }
        GlAccount account = found.get();
        if (account.type() != role.type()) {
            return Optional.of("it is " + Json.wireName(account.type()) + " and must be " + Json.wireName(role.type()));
        }
        if (account.control() != role.control()) {
            return Optional.of(role.control() ? "it must be a control account" : "it is a control account");
        }
        return Optional.empty();
    }

    private static void refuse(GlRole role, GlCode code, String why) {
        throw new RefusedException(new ProductRefusal.WrongGlAccount(role, code, why));
    }
}
