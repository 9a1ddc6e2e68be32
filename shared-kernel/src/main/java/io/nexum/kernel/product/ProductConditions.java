package io.nexum.kernel.product;

import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.money.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that one version of a product says. Exactly one of its three parts is there, the one of its type.
 *
 * @param code the bank's own short name for it, unique
 * @param kycTierRequired how well its customers must be known
 * @param features what else the bank notes of it; the program makes nothing of that
 */
public record ProductConditions(
        String name,
        String description,
        Optional<String> code,
        ProductType type,
        Currency currency,
        KycTier kycTierRequired,
        Optional<DepositConditions> deposit,
        Optional<LoanConditions> loan,
        Optional<CreditLineConditions> creditLine,
        Map<String, Object> features) {

    /** @throws IllegalArgumentException if the parts are not those of its type and currency */
    public ProductConditions {
        features = new TreeMap<>(features);
        Terms.require(!name.isBlank(), "a product has a name");
        Terms.require(
                deposit.isPresent() == type.isDeposit()
                        && loan.isPresent() == (type == ProductType.LOAN)
                        && creditLine.isPresent() == (type == ProductType.CREDIT_LINE),
                "a product has the conditions of its type, and no others");
        Terms.require(
                deposit.filter(part -> part.currency() != currency).isEmpty()
                        && loan.filter(part -> !part.isIn(currency)).isEmpty()
                        && creditLine.filter(part -> !part.isIn(currency)).isEmpty(),
                "a product's amounts are in its own currency, " + currency);
    }

    /** The general-ledger accounts of its own. */
    public ProductGlAccounts glAccounts() {
        return deposit.map(DepositConditions::glAccounts)
                .or(() -> loan.map(LoanConditions::glAccounts))
                .or(() -> creditLine.map(CreditLineConditions::glAccounts))
                .orElse(ProductGlAccounts.NONE);
    }
}
