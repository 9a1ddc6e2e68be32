package io.nexum.kernel.loan;

import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a bank judges its loans.
 *
 * @param defaultAfterDays a loan is in default once its oldest open instalment is so many days past due
 * @param risks of each ageing bucket
 */
public record LoanPolicy(int defaultAfterDays, Map<AgeingBucket, Risk> risks) {
    /** In default after 90 days, as Basel and IFRS 9 (B5.5.37) presume; the risks are a starting point for a bank's own. */
    public static final LoanPolicy USUAL = new LoanPolicy(
            90,
            Map.of(
                    AgeingBucket.CURRENT, Risk.of(CreditStage.STAGE_1, "0.02"),
                    AgeingBucket.DAYS_1_30, Risk.of(CreditStage.STAGE_1, "0.05"),
                    AgeingBucket.DAYS_31_60, Risk.of(CreditStage.STAGE_2, "0.20"),
                    AgeingBucket.DAYS_61_90, Risk.of(CreditStage.STAGE_2, "0.40"),
                    AgeingBucket.OVER_90, Risk.of(CreditStage.STAGE_3, "1")));

    /**
     * The expected loss of a bucket's loans.
     *
     * @param probabilityOfDefault from 0 to 1: of the next 12 months in stage 1, of the whole life in the others
     * @param lossGivenDefault the part of what is owed that is then lost, from 0 to 1
     */
    public record Risk(CreditStage stage, BigDecimal probabilityOfDefault, BigDecimal lossGivenDefault) {
        private static final BigDecimal USUAL_LOSS = new BigDecimal("0.45");

        public Risk {
            if (isNoFraction(probabilityOfDefault) || isNoFraction(lossGivenDefault)) {
                throw new IllegalArgumentException("a probability and a loss are fractions from 0 to 1");
            }
        }

        private static Risk of(CreditStage stage, String probability) {
            return new Risk(stage, new BigDecimal(probability), USUAL_LOSS);
        }

        /** {@code exposure * PD * LGD}, rounded HALF_EVEN. */
        public Money expectedLoss(Money exposure) {
            BigDecimal loss = exposure.amount().multiply(probabilityOfDefault).multiply(lossGivenDefault);
            return Money.of(loss.setScale(exposure.currency().decimals(), RoundingMode.HALF_EVEN), exposure.currency());
        }

        private static boolean isNoFraction(BigDecimal value) {
            return value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0;
        }
    }

    /** @throws IllegalArgumentException unless every bucket has its risk */
    public LoanPolicy {
        if (defaultAfterDays < 1 || risks.size() != AgeingBucket.values().length) {
            throw new IllegalArgumentException("default comes after a day at least, and every bucket has its risk");
        }
        risks = Map.copyOf(new EnumMap<>(risks));
    }

    /** The risk of a loan; one in default is impaired however few its days. */
    public Risk riskOf(AgeingBucket bucket, boolean inDefault) {
        AgeingBucket counted = inDefault ? AgeingBucket.OVER_90 : bucket;
        Risk risk = risks.get(counted);
        if (risk == null) {
            throw new IllegalStateException("no risk of " + counted);
        }
        return risk;
    }
}
