package io.nexum.kernel.product;

import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductFee.Event;
import io.nexum.kernel.product.ProductQuery.ProductView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A product that suits a customer.
 *
 * @param score the higher, the better; only for comparing
 * @param reasons what made the score, for people
 */
public record Recommendation(ProductView product, BigDecimal score, List<String> reasons) {
    private static final int MOST = 3;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** What the customer wants it for. */
    public enum Use {
        SAVINGS,
        BUSINESS,
        CREDIT,
        PAYMENTS,
        ANY
    }

    /**
     * The best three of the active products that a customer may have.
     *
     * @param known the tier that the customer is verified as
     * @param deposit what would be paid in first; products of another currency don't come into question then
     */
    public static List<Recommendation> best(
            List<ProductView> products, KycTier known, Use use, Optional<Money> deposit) {
        return products.stream()
                .filter(product -> product.status() == ProductStatus.ACTIVE)
                .filter(product -> mayHave(known, product.conditions().kycTierRequired()))
                .filter(product -> isFor(use, product.conditions()))
                .filter(product -> deposit.filter(money ->
                                money.currency() != product.conditions().currency())
                        .isEmpty())
                .map(product -> of(product, deposit))
                .sorted(Comparator.comparing(Recommendation::score).reversed())
                .limit(MOST)
                .toList();
    }

    private static boolean mayHave(KycTier known, KycTier required) {
        return required.compareTo(KycTier.TIER_0) <= 0 || known.compareTo(required) >= 0;
    }

    private static boolean isFor(Use use, ProductConditions product) {
        return switch (use) {
            case SAVINGS -> product.type() == ProductType.SAVINGS;
            case BUSINESS -> product.name().toLowerCase(Locale.ROOT).contains("business");
            case CREDIT -> product.type() == ProductType.CREDIT_LINE;
            case PAYMENTS -> product.type() == ProductType.CHECKING || product.type() == ProductType.WALLET;
            case ANY -> true;
        };
    }

    private static Recommendation of(ProductView view, Optional<Money> deposit) {
        Score score = new Score();
        ProductConditions product = view.conditions();
        product.deposit().ifPresent(conditions -> score.ofDeposit(conditions, deposit));
        product.loan().ifPresent(loan -> score.ofDebt(loan.annualRate()));
        product.creditLine().ifPresent(line -> score.ofDebt(line.annualRate()));
        return new Recommendation(view, score.sum, List.copyOf(score.reasons));
    }

    /** Points with their reasons. */
    private static final class Score {
        private static final BigDecimal MEETS_MINIMUM = BigDecimal.TEN;
        private static final BigDecimal MISSES_MINIMUM = BigDecimal.valueOf(-5);
        private static final BigDecimal NO_FEE = BigDecimal.valueOf(5);

        private BigDecimal sum = BigDecimal.ZERO;
        private final List<String> reasons = new ArrayList<>();

        private void add(BigDecimal points, String reason) {
            sum = sum.add(points);
            reasons.add(reason);
        }

        void ofDeposit(DepositConditions conditions, Optional<Money> deposit) {
            Money minimum = conditions.minimumBalance();
            if (minimum.isPositive()) {
                deposit.ifPresent(paidIn -> {
                    if (paidIn.isLessThan(minimum)) {
                        add(MISSES_MINIMUM, "Requires " + shown(minimum) + " minimum balance");
                    } else {
                        add(MEETS_MINIMUM, "Meets minimum balance requirement");
                    }
                });
            }
            Money paidIn = deposit.orElse(Money.zero(conditions.currency()));
            conditions.interest().ifPresent(interest -> {
                BigDecimal rate = interest.rateAt(paidIn);
                add(rate);
            });
            List<ProductFee> monthly = conditions.feesFor(Event.MAINTENANCE).stream()
                    .filter(fee -> fee.condition() == ProductFee.Condition.ALWAYS)
                    .toList();
            if (monthly.isEmpty()) {
                add(NO_FEE, "No monthly maintenance fee");
            }
            monthly.forEach(fee -> {
                Money amount = fee.scale().on(paidIn);
                add(amount.amount().negate(), shown(amount) + "/month fee");
            });
        }

        void ofDebt(Optional<BigDecimal> rate) {
            rate.ifPresent(this::add);
            add(NO_FEE, "No monthly maintenance fee");
        }

        /** A point for each percent, whoever pays it: the customer compares products of one kind. */
        private void add(BigDecimal rate) {
            if (rate.signum() > 0) {
                BigDecimal percent = rate.multiply(HUNDRED);
                add(percent, percent.setScale(2, RoundingMode.HALF_EVEN).toPlainString() + "% interest rate");
            }
        }

        private static String shown(Money amount) {
            String number = amount.amount().toPlainString();
            return amount.currency().code().equals("USD") ? "$" + number : number + " " + amount.currency();
        }
    }
}
