package io.nexum.kernel.account;

import java.util.Optional;

/** Whether money may move on the account. */
public enum AccountStatus {
    ACTIVE,
    FROZEN,
    CLOSED;

    /** The status that an event sets; empty if it leaves the one before. */
    public static Optional<AccountStatus> setBy(AccountEvent event) {
        return switch (event) {
            case AccountEvent.AccountOpened _, AccountEvent.AccountUnfrozen _ -> Optional.of(ACTIVE);
            case AccountEvent.AccountFrozen _ -> Optional.of(FROZEN);
            case AccountEvent.AccountClosed _ -> Optional.of(CLOSED);
            case AccountEvent.AccountChanged _,
                    AccountEvent.BalanceChanged _,
                    AccountEvent.HoldPlaced _,
                    AccountEvent.HoldReleased _,
                    AccountEvent.HoldExpired _,
                    AccountEvent.InterestAgreed _,
                    AccountEvent.InterestAccrued _,
                    AccountEvent.InterestPosted _,
                    AccountEvent.LowBalanceReached _,
                    AccountEvent.ProductAssigned _,
                    AccountEvent.MonthlyFeesSettled _ -> Optional.empty();
        };
    }
}
