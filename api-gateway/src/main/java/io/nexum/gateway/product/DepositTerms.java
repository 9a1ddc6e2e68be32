package io.nexum.gateway.product;

import io.nexum.gateway.product.FeesOfProduct.OwnField;
import io.nexum.gateway.terms.ScaleAnswer;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.ProductFee;
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
}
