package io.nexum.command.transaction;

import io.nexum.command.account.OpenedAccount;
import io.nexum.command.rate.Conversion;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/** The facts that a movement of money is decided on. */
interface Book {
    /** The account as it is now, or a refusal if there is none. */
    OpenedAccount account(AccountId id);

    /** The amount in another currency at the newest rate, or a refusal if there is none that is new enough. */
    Conversion convert(Money amount, Currency to);

    LocalDate bookingDate();

    Instant at();
}
