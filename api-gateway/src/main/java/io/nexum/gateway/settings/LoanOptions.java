package io.nexum.gateway.settings;

import io.nexum.kernel.json.Json;
import io.nexum.kernel.loan.AgeingBucket;
import io.nexum.kernel.loan.CreditStage;
import io.nexum.kernel.loan.LoanPolicy;
import io.nexum.kernel.loan.LoanPolicy.Risk;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the bank judges its loans. */
final class LoanOptions {
    static final List<Setting> ALL = List.of(
            new Setting(
                    "NEXUM_LOAN_DEFAULT_AFTER_DAYS",
                    Integer.toString(LoanPolicy.USUAL.defaultAfterDays()),
                    "a loan is in default once its oldest open instalment is more days past due than this, 1 to 3650"),
            new Setting(
                    "NEXUM_LOAN_PROVISIONS",
                    write(LoanPolicy.USUAL),
                    "what is set aside each month for loans of each ageing bucket: the stage of IFRS 9, the"
                            + " probability of default and the loss given default"));

    private LoanOptions() {}

    static LoanPolicy read(Variables variables) {
        return new LoanPolicy(
                variables.number("NEXUM_LOAN_DEFAULT_AFTER_DAYS", 1, 3650),
                variables.read(
                        "NEXUM_LOAN_PROVISIONS",
                        LoanOptions::risks,
                        "every bucket with its stage, probability and loss, as in " + write(LoanPolicy.USUAL)));
    }

    /** As in {@code current=1:0.02:0.45, days_1_30=1:0.05:0.45}. */
    private static Map<AgeingBucket, Risk> risks(String text) {
        Map<AgeingBucket, Risk> risks = new EnumMap<>(AgeingBucket.class);
        for (String part : text.split(",", -1)) {
            String[] named = part.strip().split("=", 2);
            String[] figures = named[1].split(":", 3);
            risks.put(
                    AgeingBucket.valueOf(named[0].toUpperCase(Locale.ROOT)),
                    new Risk(
                            CreditStage.valueOf("STAGE_" + figures[0]),
                            new BigDecimal(figures[1]),
                            new BigDecimal(figures[2])));
        }
        if (risks.size() != AgeingBucket.values().length) {
            throw new IllegalArgumentException("a bucket is missing");
        }
        return risks;
    }

    private static String write(LoanPolicy policy) {
        StringBuilder text = new StringBuilder();
        for (AgeingBucket bucket : AgeingBucket.values()) {
            Risk risk = policy.riskOf(bucket, false);
            text.append(text.isEmpty() ? "" : ", ")
                    .append(Json.wireName(bucket))
                    .append('=')
                    .append(risk.stage().name().charAt(risk.stage().name().length() - 1))
                    .append(':')
                    .append(risk.probabilityOfDefault().toPlainString())
                    .append(':')
                    .append(risk.lossGivenDefault().toPlainString());
        }
        return text.toString();
    }
}
