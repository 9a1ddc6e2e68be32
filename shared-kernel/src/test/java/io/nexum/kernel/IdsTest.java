package io.nexum.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.HoldId;
import io.nexum.kernel.customer.BeneficiaryId;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.JournalEntryId;
import io.nexum.kernel.log.StreamId;
import io.nexum.kernel.rate.RateId;
import io.nexum.kernel.transaction.TransactionId;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    private static final String UUID = "0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d01";

    static List<Function<String, Object>> ids() {
        return List.of(
                AccountId::of,
                HoldId::of,
                CustomerId::of,
                BeneficiaryId::of,
                TransactionId::of,
                JournalEntryId::of,
                RateId::of);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void an_id_is_a_uuid_in_its_canonical_form(Function<String, Object> of) {
        assertThat(of.apply(UUID)).hasToString(UUID).isEqualTo(of.apply(UUID.toUpperCase(java.util.Locale.ROOT)));
        for (String wrong : List.of("", "1-2-3-4-5", UUID + "0", "cust_maria", " " + UUID, "{" + UUID + "}")) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> of.apply(wrong));
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void an_id_is_a_plain_text_in_json(Function<String, Object> of) {
        Object id = of.apply(UUID);

        assertThat(Json.text(id)).isEqualTo("\"" + UUID + "\"");
        assertThat(Json.read("\"" + UUID + "\"", id.getClass())).isEqualTo(id);
    }

    @Test
    void a_stream_is_named_by_the_entitys_type_and_id() {
        StreamId stream = StreamId.of("account", AccountId.of(UUID));

        assertThat(stream).hasToString("account-" + UUID);
        assertThat(stream.entityType()).isEqualTo("account");
        assertThat(stream.entityId()).isEqualTo(UUID);
        assertThat(new StreamId("rate-EUR-USD").entityId()).isEqualTo("EUR-USD");
        assertThatIllegalArgumentException().isThrownBy(() -> new StreamId("account"));
        assertThatIllegalArgumentException().isThrownBy(() -> new StreamId("-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "default", "first-bank", "b2"})
    void a_tenants_id_is_short_and_plain(String id) {
        assertThat(new TenantId(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "A",
                "2b",
                "-a",
                "a_b",
                "a b",
                "ä",
                "a\n",
                "abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz-0123456789"
            })
    void any_other_tenants_id_is_refused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TenantId(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "2010", "1234567890", "5040.marketing", "5040.a_b-1"})
    void a_general_ledger_code_is_digits_with_an_optional_part(String code) {
        assertThat(new GlCode(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "12345678901", "2010.", "2010.A", "2010.a.b", "cash", "2010\n", "２０１０"})
    void any_other_general_ledger_code_is_refused(String code) {
        assertThatIllegalArgumentException().isThrownBy(() -> new GlCode(code));
    }

    @Test
    void an_idempotency_key_has_1_to_255_printable_characters() {
        assertThat(new IdempotencyKey("k".repeat(255), "f").key()).hasSize(255);
        for (String wrong : List.of("", "k".repeat(256), "a\nb", "a\u0000b", "a\u0085b", "\ud83c")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new IdempotencyKey(wrong, "f"));
        }
    }
}
