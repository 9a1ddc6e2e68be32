package io.nexum.gateway.product;

import io.nexum.gateway.product.FeesOfProduct.OwnField;
import io.nexum.gateway.terms.InterestTerms;
import io.nexum.gateway.terms.ScaleAnswer;
import io.nexum.gateway.terms.TermsReader;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.DepositConditions.TransactionLimits;
import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.product.ProductFee;
import io.nexum.kernel.product.ProductGlAccounts;
import java.util.List;
import java.util.Optional;

/** What a product for deposits says, as its clients read it. */
record DepositTerms(
        Optional<Money> minimumBalance,
        Optional<ScaleAnswer> minimumBalanceFee,
        Optional<Money> dailyWithdrawalLimit,
        Optional<Money> dailyTransactionLimit,
        Optional<Money> monthlyTransactionLimit,
        Optional<Money> maxTransactionAmount,
        Optional<ScaleAnswer> monthlyMaintenanceFee,
        Optional<ScaleAnswer> transactionFee,
        Optional<ScaleAnswer> overdraftFee,
        Optional<Money> overdraftLimit,
        Optional<Boolean> allowNegativeBalance,
        Optional<Boolean> autoPayFeesFromBalance,
        Optional<Boolean> sendLowBalanceAlerts,
        Optional<Money> lowBalanceAlertThreshold) {
    static final DepositTerms NONE = new DepositTerms(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    static DepositTerms of(DepositConditions deposit) {
        return new DepositTerms(
                Optional.of(deposit.minimumBalance()),
                own(OwnField.MINIMUM_BALANCE_FEE, deposit),
                deposit.limits().dailyWithdrawal(),
                deposit.limits().dailyTransaction(),
                deposit.limits().monthlyTransaction(),
                deposit.limits().maxTransaction(),
                own(OwnField.MONTHLY_MAINTENANCE_FEE, deposit),
                own(OwnField.TRANSACTION_FEE, deposit),
                own(OwnField.OVERDRAFT_FEE, deposit),
                Optional.of(deposit.overdraftLimit()),
                Optional.of(deposit.negativeBalanceAllowed()),
                Optional.of(deposit.feesFromBalance()),
                Optional.of(deposit.lowBalanceAlert().isPresent()),
                deposit.lowBalanceAlert());
    }

    private static Optional<ScaleAnswer> own(OwnField field, DepositConditions deposit) {
        return field.in(deposit.fees()).map(ProductFee::scale).map(ScaleAnswer::of);
    }

    static Optional<DepositConditions> read(TermsReader terms) {
        Money none = Money.zero(terms.currency());
        Optional<InterestConditions> interest = InterestTerms.read(terms);
        Money minimum = terms.amount("minimum_balance").orElse(none);
        TransactionLimits limits = new TransactionLimits(
                terms.amount("daily_withdrawal_limit"),
                terms.amount("daily_transaction_limit"),
                terms.amount("monthly_transaction_limit"),
                terms.amount("max_transaction_amount"));
        List<ProductFee> fees = FeesOfProduct.ofDeposit(terms);
        Money overdraft = terms.amount("overdraft_limit").orElse(none);
        boolean negative = terms.in().flag("allow_negative_balance").orElse(overdraft.isPositive());
        boolean fromBalance = terms.in().flag("auto_pay_fees_from_balance").orElse(true);
        boolean alerts = terms.in().flag("send_low_balance_alerts").orElse(true);
        Optional<Money> threshold = terms.amount(
                        terms.in().sent("low_balance_alert_threshold", "low_balance_threshold"))
                .filter(amount -> alerts);
        ProductGlAccounts books = FeesOfProduct.glAccounts(terms);
        return terms.in()
                .made(
                        "overdraft_limit",
                        () -> new DepositConditions(
                                interest, minimum, limits, fees, overdraft, negative, fromBalance, threshold, books));
    }
}
