package io.nexum.command.transaction;

import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.transaction.Receipt;
import java.util.List;

/** What a movement of money makes happen, and what its client is told. */
record Decision(List<AccountEvent> events, Receipt receipt) {}
