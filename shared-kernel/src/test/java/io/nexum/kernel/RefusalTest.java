package io.nexum.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountRefusal;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.transaction.TransactionRefusal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefusalTest {
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));

    @Test
    void a_refusal_is_named_by_its_record_in_kebab_case() {
        Refusal refusal = new AccountRefusal.InsufficientFunds(ACCOUNT, Money.of("5", "USD"), Money.of("4", "USD"));

        assertThat(refusal.type()).isEqualTo("insufficient-funds");
        assertThat(refusal.detail()).contains("5.00 USD").contains("4.00 USD");
        assertThat(new RefusedException(refusal)).hasMessage(refusal.detail()).hasNoCause();
    }

    @Test
    void a_refused_bulk_names_the_line_and_its_field() {
        Refusal line = new Refusals.InvalidValue("amount", "amount must be above zero");

        Refusal bulk = new TransactionRefusal.BulkRefused(7, line);

        assertThat(bulk.field()).isEqualTo("transactions[7].amount");
        assertThat(bulk.kind()).isEqualTo(line.kind());
        assertThat(new TransactionRefusal.BulkRefused(7, new Refusals.NotFound("account", "x")).field())
                .isEqualTo("transactions[7]");
    }
}
