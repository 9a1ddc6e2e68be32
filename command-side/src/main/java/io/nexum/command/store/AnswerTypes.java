package io.nexum.command.store;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountCommand.HoldAnswer;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.ledger.GlAccount;
import io.nexum.kernel.ledger.LedgerEvent.JournalEntryPosted;
import io.nexum.kernel.loan.LoanAnswer;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.rate.ExchangeRate;
import io.nexum.kernel.role.RoleId;
import io.nexum.kernel.transaction.BulkReceipt;
import io.nexum.kernel.transaction.Receipt;
import io.nexum.kernel.user.UserId;
import java.util.Map;
import java.util.stream.Collectors;

/** The names under which answers are stored. */
final class AnswerTypes {
    private static final Map<String, Class<?>> BY_NAME = Map.ofEntries(
            Map.entry("receipt", Receipt.class),
            Map.entry("bulk_receipt", BulkReceipt.class),
            Map.entry("hold", HoldAnswer.class),
            Map.entry("account_id", AccountId.class),
            Map.entry("customer_id", CustomerId.class),
            Map.entry("gl_account", GlAccount.class),
            Map.entry("journal_entry", JournalEntryPosted.class),
            Map.entry("exchange_rate", ExchangeRate.class),
            Map.entry("loan", LoanAnswer.class),
            Map.entry("product_id", ProductId.class),
            Map.entry("tenant_id", TenantId.class),
            Map.entry("role_id", RoleId.class),
            Map.entry("user_id", UserId.class));
    private static final Map<Class<?>, String> BY_CLASS =
            BY_NAME.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private AnswerTypes() {}

    static String nameOf(Object answer) {
        String name = BY_CLASS.get(answer.getClass());
        if (name == null) {
            throw new IllegalArgumentException("an answer of " + answer.getClass() + " can't be stored for a key");
        }
        return name;
    }

    static Object read(String name, String json) {
        Class<?> type = BY_NAME.get(name);
        if (type == null) {
            throw new IllegalStateException("no answer is stored as '" + name + "'");
        }
        return Json.read(json, type);
    }
}
