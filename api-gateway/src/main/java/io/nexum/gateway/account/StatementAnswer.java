package io.nexum.gateway.account;

import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountQuery.Statement;
import io.nexum.kernel.account.AccountQuery.StatementEntry;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;

/** @param entries oldest first, each with the balance after it */
record StatementAnswer(
        AccountId accountId,
        Currency currency,
        LocalDate from,
        LocalDate to,
        Money openingBalance,
        Money closingBalance,
        Money totalCredits,
        Money totalDebits,
        List<StatementEntry> entries,
        long total,
        int skip,
        int limit) {
    static StatementAnswer of(Statement statement) {
        return new StatementAnswer(
                statement.account(),
                statement.currency(),
                statement.from(),
                statement.to(),
                statement.openingBalance(),
                statement.closingBalance(),
                statement.totalCredits(),
                statement.totalDebits(),
                statement.entries().items(),
                statement.entries().total(),
                statement.entries().skip(),
                statement.entries().limit());
    }
}
