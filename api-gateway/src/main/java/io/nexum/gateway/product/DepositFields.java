package io.nexum.gateway.product;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.nexum.gateway.product.FeesOfProduct.OwnField;
import io.nexum.gateway.request.Amount;
import io.nexum.gateway.request.Default;
import io.nexum.gateway.request.Name;
import io.nexum.gateway.terms.FeeScaleFields;
import io.nexum.gateway.terms.InOneCurrency;
import io.nexum.gateway.terms.InterestFields;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.DepositConditions.TransactionLimits;
import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductGlAccounts;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a product for deposits is to say.
 *
 * @param allowNegativeBalance absent: whether there is an overdraft limit
 */
record DepositFields(
        @JsonUnwrapped InterestFields interest,
        Optional<@PositiveOrZero Amount> minimumBalance,
        @JsonUnwrapped Limits limits,
        @JsonUnwrapped OwnFees fees,
        Optional<@PositiveOrZero Amount> overdraftLimit,
        Optional<Boolean> allowNegativeBalance,
        @Default("true") boolean autoPayFeesFromBalance,
        @Default("true") boolean sendLowBalanceAlerts,

        @Name({"low_balance_alert_threshold", "low_balance_threshold"})
        Optional<@PositiveOrZero Amount> lowBalanceAlertThreshold) {
    /** How much may leave an account. */
    record Limits(
            Optional<@PositiveOrZero Amount> dailyWithdrawalLimit,
            Optional<@PositiveOrZero Amount> dailyTransactionLimit,
            Optional<@PositiveOrZero Amount> monthlyTransactionLimit,
            Optional<@PositiveOrZero Amount> maxTransactionAmount) {
        private TransactionLimits in(InOneCurrency in) {
            return new TransactionLimits(
                    in.money("daily_withdrawal_limit", dailyWithdrawalLimit),
                    in.money("daily_transaction_limit", dailyTransactionLimit),
                    in.money("monthly_transaction_limit", monthlyTransactionLimit),
                    in.money("max_transaction_amount", maxTransactionAmount));
        }
    }

    /** The fees that have a field of their own. */
    record OwnFees(
            Optional<FeeScaleFields> monthlyMaintenanceFee,
            Optional<FeeScaleFields> minimumBalanceFee,
            Optional<FeeScaleFields> transactionFee,
            Optional<FeeScaleFields> overdraftFee) {
        private Optional<FeeScaleFields> of(OwnField field) {
            return switch (field) {
                case MONTHLY_MAINTENANCE_FEE -> monthlyMaintenanceFee;
                case MINIMUM_BALANCE_FEE -> minimumBalanceFee;
                case TRANSACTION_FEE -> transactionFee;
                case OVERDRAFT_FEE -> overdraftFee;
            };
        }

        private List<ProductFee> in(InOneCurrency in) {
            List<ProductFee> fees = new ArrayList<>();
            for (OwnField field : OwnField.values()) {
                in.fee(field.wireName(), of(field)).map(field::fee).ifPresent(fees::add);
            }
            return fees;
        }
    }

    /** The conditions that they are; nothing if something can't be right. */
    Optional<DepositConditions> conditions(InOneCurrency in, List<ProductFee> listed, ProductGlAccounts books) {
        Money none = Money.zero(in.currency());
        Optional<InterestConditions> earned = interest.conditions(in.currency(), in.errors());
        Money minimum = in.money("minimum_balance", minimumBalance).orElse(none);
        TransactionLimits most = limits.in(in);
        List<ProductFee> charged = fees.in(in);
        charged.addAll(listed);
        Money overdraft = in.money("overdraft_limit", overdraftLimit).orElse(none);
        Optional<Money> threshold = in.money("low_balance_alert_threshold", lowBalanceAlertThreshold)
                .filter(amount -> sendLowBalanceAlerts);
        return in.errors()
                .made(
                        Map.of("interest", "interest_tiers"),
                        () -> new DepositConditions(
                                earned,
                                minimum,
                                most,
                                charged,
                                overdraft,
                                allowNegativeBalance.orElse(overdraft.isPositive()),
                                autoPayFeesFromBalance,
                                threshold,
                                books));
    }
}
