package io.nexum.query.ledger;

import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.GlAccountType;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.LedgerQuery;
import io.nexum.kernel.ledger.LedgerQuery.FindJournalEntries;
import io.nexum.kernel.ledger.LedgerQuery.GetAccountLedger;
import io.nexum.kernel.ledger.LedgerQuery.GetChart;
import io.nexum.kernel.ledger.LedgerQuery.GetGlAccount;
import io.nexum.kernel.ledger.LedgerQuery.GetTrialBalance;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Answers every question about the general ledger: those about its accounts here, the others on pages of their own. */
public final class LedgerAnswers {
    private static final String SELECT = "SELECT * FROM gl_account WHERE tenant = :tenant {conditions}";

    private final ReadDatabase database;
    private final JournalAnswer journal;
    private final AccountLedgerAnswer accountLedger;
    private final TrialBalanceAnswer trialBalance;

    public LedgerAnswers(ReadDatabase database) {
        this.database = database;
        this.journal = new JournalAnswer(database);
        this.accountLedger = new AccountLedgerAnswer(database);
        this.trialBalance = new TrialBalanceAnswer(database);
    }

    public Object answer(LedgerQuery<?> query, TenantId tenant) {
        return switch (query) {
            case GetChart get -> chart(database, tenant);
            case GetGlAccount get -> account(database, get.code(), tenant);
            case FindJournalEntries find -> journal.find(find, tenant);
            case GetAccountLedger get -> accountLedger.get(get, tenant);
            case GetTrialBalance get -> trialBalance.get(get, tenant);
        };
    }

    static List<GlAccount> chart(ReadDatabase database, TenantId tenant) {
        return Conditions.of(tenant)
                .statement(database.of(tenant), SELECT + " ORDER BY code")
                .query((row, number) -> account(row))
                .list();
    }

    static GlAccount account(ReadDatabase database, GlCode code, TenantId tenant) {
        return Conditions.of(tenant)
                .and("code = :code")
                .with("code", code.value())
                .statement(database.of(tenant), SELECT)
                .query((row, number) -> account(row))
                .optional()
                .orElseThrow(
                        () -> new RefusedException(new Refusals.NotFound("general-ledger account", code.toString())));
    }

    private static GlAccount account(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        return new GlAccount(
                new GlCode(columns.text("code")),
                columns.text("name"),
                columns.constant("type", GlAccountType.class),
                columns.flag("control"),
                columns.optionalText("parent").map(GlCode::new));
    }
}
