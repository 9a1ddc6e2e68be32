package io.nexum.kernel.ledger;

import static io.nexum.kernel.ledger.GlAccountType.ASSET;
import static io.nexum.kernel.ledger.GlAccountType.EQUITY;
import static io.nexum.kernel.ledger.GlAccountType.EXPENSE;
import static io.nexum.kernel.ledger.GlAccountType.INCOME;
import static io.nexum.kernel.ledger.GlAccountType.LIABILITY;

import java.util.List;
import java.util.Optional;

/** The chart of accounts that a new bank starts with, and the accounts that the program itself posts to. */
public final class DefaultChart {
    public static final GlCode CASH = new GlCode("1010");
    public static final GlCode LOANS = new GlCode("1100");
    public static final GlCode INTEREST_RECEIVABLE = new GlCode("1150");
    public static final GlCode CHARGES_RECEIVABLE = new GlCode("1160");
    public static final GlCode LOSS_ALLOWANCE = new GlCode("1190");
    public static final GlCode CURRENCY_POSITION = new GlCode("1900");
    public static final GlCode CHECKING_DEPOSITS = new GlCode("2010");
    public static final GlCode SAVINGS_DEPOSITS = new GlCode("2020");
    public static final GlCode WALLET_BALANCES = new GlCode("2030");
    public static final GlCode BORROWER_BALANCES = new GlCode("2040");
    public static final GlCode CLEARING = new GlCode("2200");
    public static final GlCode OVERPAYMENTS = new GlCode("2210");
    public static final GlCode INTEREST_INCOME = new GlCode("4010");
    public static final GlCode FEE_INCOME = new GlCode("4020");
    public static final GlCode PENALTY_INCOME = new GlCode("4030");
    public static final GlCode RECOVERIES = new GlCode("4040");
    public static final GlCode LOSS_EXPENSE = new GlCode("5020");
    public static final GlCode CUSTOMER_REWARDS = new GlCode("5030");
    public static final GlCode GOODWILL = new GlCode("5060");

    public static final List<GlAccount> ACCOUNTS = List.of(
            plain(CASH, "Cash and vault", ASSET),
            plain(new GlCode("1020"), "Due from other banks", ASSET),
            control(LOANS, "Loans to customers", ASSET),
            control(new GlCode("1110"), "Credit lines receivable", ASSET),
            plain(INTEREST_RECEIVABLE, "Accrued interest receivable", ASSET),
            plain(CHARGES_RECEIVABLE, "Fees and penalties receivable", ASSET),
            plain(LOSS_ALLOWANCE, "Allowance for credit losses", ASSET),
            plain(new GlCode("1500"), "Premises and equipment", ASSET),
            plain(CURRENCY_POSITION, "Currency position", ASSET),
            control(CHECKING_DEPOSITS, "Customer deposits: checking", LIABILITY),
            control(SAVINGS_DEPOSITS, "Customer deposits: savings", LIABILITY),
            control(WALLET_BALANCES, "Customer balances: wallets", LIABILITY),
            control(BORROWER_BALANCES, "Customer balances: borrowers", LIABILITY),
            plain(new GlCode("2100"), "Accrued interest payable", LIABILITY),
            plain(CLEARING, "Clearing and suspense", LIABILITY),
            plain(OVERPAYMENTS, "Overpayments by borrowers", LIABILITY),
            plain(new GlCode("2300"), "Taxes withheld", LIABILITY),
            plain(new GlCode("2400"), "Borrowings", LIABILITY),
            plain(new GlCode("3010"), "Share capital", EQUITY),
            plain(new GlCode("3020"), "Retained earnings", EQUITY),
            plain(INTEREST_INCOME, "Interest income", INCOME),
            plain(FEE_INCOME, "Fee income", INCOME),
            plain(PENALTY_INCOME, "Penalty income", INCOME),
            plain(RECOVERIES, "Recoveries of loans written off", INCOME),
            plain(new GlCode("4090"), "Foreign-exchange gains", INCOME),
            plain(new GlCode("5010"), "Interest expense", EXPENSE),
            plain(LOSS_EXPENSE, "Credit loss expense", EXPENSE),
            plain(CUSTOMER_REWARDS, "Customer rewards", EXPENSE),
            plain(new GlCode("5040"), "Operating expense", EXPENSE),
            plain(GOODWILL, "Goodwill to borrowers", EXPENSE),
            plain(new GlCode("5090"), "Foreign-exchange losses", EXPENSE));

    private DefaultChart() {}

    private static GlAccount plain(GlCode code, String name, GlAccountType type) {
        return new GlAccount(code, name, type, false, Optional.empty());
    }

    private static GlAccount control(GlCode code, String name, GlAccountType type) {
        return new GlAccount(code, name, type, true, Optional.empty());
    }
}
