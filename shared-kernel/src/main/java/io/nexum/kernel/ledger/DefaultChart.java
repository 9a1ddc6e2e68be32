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
    public static final GlCode INTEREST_RECEIVABLE = new GlCode("1150");
    public static final GlCode CURRENCY_POSITION = new GlCode("1900");
    public static final GlCode CHECKING_DEPOSITS = new GlCode("2010");
    public static final GlCode SAVINGS_DEPOSITS = new GlCode("2020");
    public static final GlCode WALLET_BALANCES = new GlCode("2030");
    public static final GlCode INTEREST_PAYABLE = new GlCode("2100");
    public static final GlCode TAXES_WITHHELD = new GlCode("2300");
    public static final GlCode INTEREST_INCOME = new GlCode("4010");
    public static final GlCode FEE_INCOME = new GlCode("4020");
    public static final GlCode INTEREST_EXPENSE = new GlCode("5010");
    public static final GlCode CUSTOMER_REWARDS = new GlCode("5030");

    public static final List<GlAccount> ACCOUNTS = List.of(
            plain(CASH, "Cash and vault", ASSET),
            plain(new GlCode("1020"), "Due from other banks", ASSET),
            control(new GlCode("1100"), "Loans to customers", ASSET),
            control(new GlCode("1110"), "Credit lines receivable", ASSET),
            plain(INTEREST_RECEIVABLE, "Accrued interest receivable", ASSET),
            plain(new GlCode("1190"), "Allowance for credit losses", ASSET),
            plain(new GlCode("1500"), "Premises and equipment", ASSET),
            plain(CURRENCY_POSITION, "Currency position", ASSET),
            control(CHECKING_DEPOSITS, "Customer deposits: checking", LIABILITY),
            control(SAVINGS_DEPOSITS, "Customer deposits: savings", LIABILITY),
            control(WALLET_BALANCES, "Customer balances: wallets", LIABILITY),
            plain(INTEREST_PAYABLE, "Accrued interest payable", LIABILITY),
            plain(new GlCode("2200"), "Clearing and suspense", LIABILITY),
            plain(TAXES_WITHHELD, "Taxes withheld", LIABILITY),
            plain(new GlCode("2400"), "Borrowings", LIABILITY),
            plain(new GlCode("3010"), "Share capital", EQUITY),
            plain(new GlCode("3020"), "Retained earnings", EQUITY),
            plain(INTEREST_INCOME, "Interest income", INCOME),
            plain(FEE_INCOME, "Fee income", INCOME),
            plain(new GlCode("4030"), "Penalty income", INCOME),
            plain(new GlCode("4040"), "Recoveries of loans written off", INCOME),
            plain(new GlCode("4090"), "Foreign-exchange gains", INCOME),
            plain(INTEREST_EXPENSE, "Interest expense", EXPENSE),
            plain(new GlCode("5020"), "Credit loss expense", EXPENSE),
            plain(CUSTOMER_REWARDS, "Customer rewards", EXPENSE),
            plain(new GlCode("5040"), "Operating expense", EXPENSE),
            plain(new GlCode("5090"), "Foreign-exchange losses", EXPENSE));

    private DefaultChart() {}

    private static GlAccount plain(GlCode code, String name, GlAccountType type) {
        return new GlAccount(code, name, type, false, Optional.empty());
    }

    private static GlAccount control(GlCode code, String name, GlAccountType type) {
        return new GlAccount(code, name, type, true, Optional.empty());
    }
}
