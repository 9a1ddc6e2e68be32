package io.nexum.kernel.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.kernel.TenantId;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The expected hashes were computed by a Python script of its own from the definition in docs/audit.md. */
class HashChainTest {
    private static final String ACCOUNT = "account-0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d01";
    private static final StoredEvent FIRST = new StoredEvent(
            TenantId.DEFAULT,
            1,
            new StreamId(ACCOUNT),
            0,
            "account.frozen.v2",
            Instant.parse("2025-11-20T00:00:00.123456Z"),
            "{\"account\":\"0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d01\",\"reason\":\"lost card\"}".getBytes(UTF_8),
            "{\"user\":\"admin\"}".getBytes(UTF_8),
            new byte[0]);
    private static final String FIRST_HASH = "57891b4625aafddba762acbcfc8d70c5c77304171ab0ec54cf061f6df834da8b";

    private final HashChain chain = new HashChain();

    @Test
    void the_first_row_is_chained_to_zeros() {
        assertThat(hex(chain.next(HashChain.genesis(), FIRST))).isEqualTo(FIRST_HASH);
    }

    @Test
    void the_second_row_is_chained_to_the_first_and_texts_are_utf_8() {
        byte[] second = chain.next(
                HexFormat.of().parseHex(FIRST_HASH),
                2,
                TenantId.DEFAULT,
                new StreamId(ACCOUNT),
                1,
                "account.unfrozen.v1",
                Instant.parse("2025-11-20T00:00:01Z"),
                "{\"account\":\"0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d01\",\"reason\":\"gefunden: Straße 東京 €\"}"
                        .getBytes(UTF_8),
                "{\"user\":\"admin\"}".getBytes(UTF_8));

        assertThat(hex(second)).isEqualTo("5bc1a8d013dca62c423f078a22ffd0f53f88bc8006d9f828db48cc0ac6f4718a");
    }

    @Test
    void empty_fields_and_times_before_1970_have_a_hash() {
        byte[] hash = chain.next(
                HashChain.genesis(),
                1,
                new TenantId("a"),
                new StreamId("x-"),
                0,
                "",
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                new byte[0],
                new byte[0]);

        assertThat(hex(hash)).isEqualTo("a28e4bfe23347c19f5357e6c3d0a0d94d972eef0f4a8293f2424f5663709215b");
    }

    @Test
    void a_change_of_any_field_changes_the_hash() {
        Set<String> hashes = new HashSet<>();
        byte[] zeros = HashChain.genesis();
        byte[] other = HashChain.genesis();
        other[31] = 1;
        StreamId otherStream = new StreamId("account-0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d02");
        TenantId otherTenant = new TenantId("defaulu");
        byte[] payload =
                "{\"account\":\"0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d01\",\"reason\":\"lost cars\"}".getBytes(UTF_8);
        byte[] metadata = "{\"user\":\"admim\"}".getBytes(UTF_8);
        StoredEvent e = FIRST;

        hashes.add(hex(chain.next(zeros, e)));
        hashes.add(hex(chain.next(other, e)));
        hashes.add(hash(2, e.tenant(), e.stream(), 0, e.type(), e.recordedAt(), e.payload(), e.metadata()));
        hashes.add(hash(1, otherTenant, e.stream(), 0, e.type(), e.recordedAt(), e.payload(), e.metadata()));
        hashes.add(hash(1, e.tenant(), otherStream, 0, e.type(), e.recordedAt(), e.payload(), e.metadata()));
        hashes.add(hash(1, e.tenant(), e.stream(), 1, e.type(), e.recordedAt(), e.payload(), e.metadata()));
        hashes.add(hash(1, e.tenant(), e.stream(), 0, "account.frozen.v1", e.recordedAt(), e.payload(), e.metadata()));
        hashes.add(hash(
                1, e.tenant(), e.stream(), 0, e.type(), e.recordedAt().plusNanos(1_000), e.payload(), e.metadata()));
        hashes.add(hash(1, e.tenant(), e.stream(), 0, e.type(), e.recordedAt(), payload, e.metadata()));
        hashes.add(hash(1, e.tenant(), e.stream(), 0, e.type(), e.recordedAt(), e.payload(), metadata));

        assertThat(hashes).hasSize(10).contains(FIRST_HASH);
    }

    @Test
    void bytes_that_move_from_one_field_to_the_next_change_the_hash() {
        StoredEvent e = FIRST;

        String ab = hash(1, e.tenant(), e.stream(), 0, "ab", e.recordedAt(), "c".getBytes(UTF_8), "d".getBytes(UTF_8));

        assertThat(hash(1, e.tenant(), e.stream(), 0, "ab", e.recordedAt(), "cd".getBytes(UTF_8), new byte[0]))
                .isNotEqualTo(ab);
        assertThat(hash(1, e.tenant(), e.stream(), 0, "ab", e.recordedAt(), new byte[0], "cd".getBytes(UTF_8)))
                .isNotEqualTo(ab);
        assertThat(hash(
                        1,
                        new TenantId("defaul"),
                        new StreamId("taccount-1"),
                        0,
                        "t",
                        e.recordedAt(),
                        ab.getBytes(UTF_8),
                        ab.getBytes(UTF_8)))
                .isNotEqualTo(hash(
                        1,
                        new TenantId("default"),
                        new StreamId("account-1"),
                        0,
                        "t",
                        e.recordedAt(),
                        ab.getBytes(UTF_8),
                        ab.getBytes(UTF_8)));
    }

    @Test
    void one_chain_hashes_many_rows_without_memory_of_the_earlier_ones() {
        chain.next(HashChain.genesis(), FIRST);

        assertThat(hex(chain.next(HashChain.genesis(), FIRST))).isEqualTo(FIRST_HASH);
    }

    private String hash(
            long position,
            TenantId tenant,
            StreamId stream,
            long sequence,
            String type,
            Instant recordedAt,
            byte[] payload,
            byte[] metadata) {
        return hex(chain.next(
                HashChain.genesis(), position, tenant, stream, sequence, type, recordedAt, payload, metadata));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
