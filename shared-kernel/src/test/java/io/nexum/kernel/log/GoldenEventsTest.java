package io.nexum.kernel.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.loan.LoanEvent.LoanApplied;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.FeeScale;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every stored event type has a golden file, {@code src/test/resources/golden/<type>.json}, with the bytes that a log
 * may hold. A file is never changed: whoever changes an event's fields finds out here that old logs could no longer be
 * read, and makes a new version with an upcaster instead.
 *
 * <p>For a new type add an example to {@link EventExamples} and run this test once with
 * {@code -Dnexum.golden.write=true}: it writes the files that are missing and leaves the others alone.
 */
class GoldenEventsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @BeforeAll
    static void write_the_missing_files_if_asked_to() throws IOException {
        if (!Boolean.getBoolean("nexum.golden.write")) {
            return;
        }
        for (Map.Entry<String, DomainEvent> example : EventExamples.byType().entrySet()) {
            if (Files.notExists(file(example.getKey()))) {
                Files.write(
                        file(example.getKey()), EventCodec.encode(example.getValue()), StandardOpenOption.CREATE_NEW);
            }
        }
    }

    static Set<String> typesWritten() {
        return new TreeSet<>(EventTypes.all().keySet());
    }

    static Set<String> typesThatHaveAFile() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void every_type_that_a_log_can_hold_has_a_golden_file() throws IOException {
        Set<String> readable = typesWritten();
        readable.addAll(Upcasters.oldTypes());

        assertThat(typesThatHaveAFile()).isEqualTo(readable);
    }

    @ParameterizedTest
    @MethodSource("typesWritten")
    void a_golden_event_is_written_again_as_the_same_bytes(String type) throws IOException {
        byte[] golden = Files.readAllBytes(file(type));

        DomainEvent event = EventCodec.decode(type, golden);

        assertThat(event).isExactlyInstanceOf(EventTypes.all().get(type));
        assertThat(EventCodec.typeOf(event)).isEqualTo(type);
        assertThat(new String(EventCodec.encode(event), UTF_8)).isEqualTo(new String(golden, UTF_8));
    }

    @ParameterizedTest
    @MethodSource("typesWritten")
    void a_golden_event_is_its_example(String type) throws IOException {
        assertThat(EventCodec.decode(type, Files.readAllBytes(file(type))))
                .isEqualTo(EventExamples.byType().get(type));
    }

    @ParameterizedTest
    @MethodSource("typesThatHaveAFile")
    void what_a_stored_event_leaves_out_is_absent_and_not_null(String type) throws IOException {
        ObjectNode fields = (ObjectNode) Json.tree(Files.readAllBytes(file(type)));
        Class<?> event = EventCodec.decode(type, Files.readAllBytes(file(type))).getClass();
        optionalFields(event).forEach(fields::remove);

        Object withoutThem = EventCodec.decode(type, Json.bytes(fields));

        for (RecordComponent component : event.getRecordComponents()) {
            if (component.getType() == Optional.class) {
                assertThat(read(component, withoutThem)).as(component.getName()).isEqualTo(Optional.empty());
            }
        }
    }

    @Test
    void a_movement_without_its_optional_fields_is_read() throws IOException {
        ObjectNode fields = (ObjectNode) Json.tree(Files.readAllBytes(file("account.credited.v1")));
        ((ObjectNode) fields.get("movement"))
                .remove(List.of("reference", "counterparty", "counter_amount", "rate", "reverses"));

        AccountEvent.AccountCredited event =
                (AccountEvent.AccountCredited) EventCodec.decode("account.credited.v1", Json.bytes(fields));

        assertThat(event.movement().reference()).isEmpty();
        assertThat(event.movement().counterparty()).isEmpty();
        assertThat(event.movement().counterAmount()).isEmpty();
        assertThat(event.movement().rate()).isEmpty();
        assertThat(event.movement().reverses()).isEmpty();
        assertThat(Json.tree(EventCodec.encode(event))).isEqualTo(fields);
    }

    @Test
    void a_freeze_of_version_1_is_read_as_one_without_a_recorded_reason() throws IOException {
        DomainEvent event = EventCodec.decode("account.frozen.v1", Files.readAllBytes(file("account.frozen.v1")));

        assertThat(event)
                .isEqualTo(new AccountEvent.AccountFrozen(
                        AccountId.of("0199f0a2-5b1e-7c43-9d58-3f6a2b8c1d01"), "not recorded"));
        assertThat(EventCodec.typeOf(event)).isEqualTo("account.frozen.v2");
    }

    @Test
    void a_late_fee_of_version_1_is_read_as_a_scale_of_that_amount() throws IOException {
        DomainEvent event = EventCodec.decode("loan.applied.v1", Files.readAllBytes(file("loan.applied.v1")));

        assertThat(event)
                .isInstanceOfSatisfying(
                        LoanApplied.class,
                        applied -> assertThat(applied.agreement().late().fee())
                                .contains(FeeScale.fixed(Money.of("25.00", "USD"))));
        assertThat(EventCodec.typeOf(event)).isEqualTo("loan.applied.v2");
    }

    @Test
    void every_old_version_leads_to_a_version_that_is_written() throws IOException {
        assertThat(Upcasters.oldTypes()).isNotEmpty().doesNotContainAnyElementsOf(typesWritten());
        for (String old : Upcasters.oldTypes()) {
            assertThat(EventCodec.decode(old, Files.readAllBytes(file(old)))).isNotNull();
        }
    }

    @Test
    void a_payload_that_does_not_fit_its_type_is_refused_with_the_types_name() {
        for (String type : List.of("account.closed.v1", "account.frozen.v1")) {
            for (String payload : List.of("[]", "5", "\"x\"", "{", "", "{\"account\":\"not-an-id\"}")) {
                assertThatIllegalArgumentException()
                        .as(payload)
                        .isThrownBy(() -> EventCodec.decode(type, payload.getBytes(UTF_8)))
                        .withMessageContaining(type);
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCodec.decode("account.exploded.v1", "{}".getBytes(UTF_8)))
                .withMessageContaining("account.exploded.v1");
    }

    private static Path file(String type) {
        return GOLDEN.resolve(type + ".json");
    }

    private static List<String> optionalFields(Class<?> event) {
        return Stream.of(event.getRecordComponents())
                .filter(component -> component.getType() == Optional.class)
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    private static Object read(RecordComponent component, Object event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
