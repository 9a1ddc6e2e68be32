package io.nexum.gateway.request;

import io.nexum.kernel.TenantId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.role.RoleId;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The forms of dates, currencies, words and ids, by type. Each says what would be right when a text has none. */
public final class TextForms {
    /** Years have four digits: the last day ends with its last microsecond. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ].{1,29}");
    private static final Pattern ZONED = Pattern.compile("[^T]*T[^Z+-]*(Z|[+-]\\d{2}(:?\\d{2})?)");
    private static final Pattern ZONE = Pattern.compile("UTC|Z|[A-Z][A-Za-z]+(/[A-Za-z0-9_+-]+){1,2}");

    private static final Map<Class<?>, TextForm<?>> FORMS = Map.of(
            LocalDate.class, (TextForm<LocalDate>) TextForms::date,
            Instant.class, (TextForm<Instant>) TextForms::instant,
            ZoneId.class, (TextForm<ZoneId>) TextForms::zone,
            Currency.class, made(Currency::of, "must be a currency code of ISO 4217, as in USD"),
            UUID.class, (TextForm<UUID>) TextForms::uuid,
            YearMonth.class, (TextForm<YearMonth>) TextForms::month,
            GlCode.class,
                    made(
                            GlCode::new,
                            "must be a general-ledger code: 3 to 10 digits, optionally a dot and up to 30 of a-z, 0-9, '_', '-'"),
            RoleId.class,
                    made(
                            RoleId::of,
                            "must be the name of a role: up to 64 letters and digits, with single blanks, hyphens or"
                                    + " underscores between them"),
            TenantId.class, made(TenantId::new, "must be a tenant's id: 1 to 63 of a-z, 0-9 and '-', a letter first"));

    private static final ClassValue<Optional<TextForm<?>>> OF_TYPE = new ClassValue<>() {
        @Override
        protected Optional<TextForm<?>> computeValue(Class<?> type) {
            return find(type);
        }
    };

    private TextForms() {}

    /** The form of a type; nothing if its values are not written as texts. */
    @SuppressWarnings("unchecked")
    static <T> Optional<TextForm<T>> of(Class<T> type) {
        return OF_TYPE.get(type).map(form -> (TextForm<T>) form);
    }

    private static Optional<TextForm<?>> find(Class<?> type) {
        if (FORMS.containsKey(type)) {
            return Optional.ofNullable(FORMS.get(type));
        }
        return type.isEnum() ? Optional.of(words(type)) : id(type);
    }

    /** One of an enumeration's words, in any letter case. */
    private static TextForm<?> words(Class<?> type) {
        Map<String, Object> byWord = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            byWord.put(Json.wireName((Enum<?>) constant), constant);
        }
        String wanted = Arrays.stream(type.getEnumConstants())
                .map(constant -> Json.wireName((Enum<?>) constant))
                .collect(Collectors.joining(", ", "must be one of ", ""));
        return text -> Optional.ofNullable(byWord.get(text.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> new WrongValue(wanted));
    }

    /** An id is a record around a UUID, with a static method {@code of} for its text. */
    private static Optional<TextForm<?>> id(Class<?> type) {
        if (!type.isRecord() || type.getRecordComponents().length != 1) {
            return Optional.empty();
        }
        if (type.getRecordComponents()[0].getType() != UUID.class) {
            return Optional.empty();
        }
        try {
            MethodHandle of = MethodHandles.publicLookup()
                    .findStatic(type, "of", MethodType.methodType(type, String.class))
                    .asType(MethodType.methodType(Object.class, String.class));
            return Optional.of(made(text -> invoke(of, text), "must be a UUID"));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " can't be made of a text", e);
        }
    }

    private static Object invoke(MethodHandle of, String text) {
        try {
            return (Object) of.invokeExact(text);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> TextForm<T> made(TextForm<T> making, String wanted) {
        return text -> {
            try {
                return making.parse(text);
            } catch (IllegalArgumentException e) {
                throw new WrongValue(wanted);
            }
        };
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new WrongValue("must be a month as in 2026-01");
        }
    }

    private static UUID uuid(String text) {
        try {
            UUID value = UUID.fromString(text);
            if (value.toString().equalsIgnoreCase(text)) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            throw new WrongValue("must be a UUID");
        }
        throw new WrongValue("must be a UUID");
    }

    /** A day of the calendar, of the years 1 to 9999. */
    public static LocalDate date(String text) {
        try {
            if (DATE.matcher(text).matches() && !text.startsWith("0000")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw new WrongValue("is no day of the calendar");
        }
        throw new WrongValue("must be a date as in 2026-01-31");
    }

    /** An instant; without a zone it is UTC, without a time the day's start. */
    public static Instant instant(String text) {
        return DATE.matcher(text).matches() ? startOf(date(text)) : moment(text);
    }

    /** An instant up to which something counts; without a time the day's end, so that the day counts too. */
    public static Instant until(String text) {
        if (!DATE.matcher(text).matches()) {
            return moment(text);
        }
        Instant end = startOf(date(text).plusDays(1));
        return end.isBefore(END_OF_TIME) ? end : END_OF_TIME;
    }

    /** A time zone's name, as in {@code Europe/Paris}. */
    static ZoneId zone(String text) {
        try {
            if (ZONE.matcher(text).matches()) {
                return ZoneId.of(text);
            }
        } catch (DateTimeException e) {
            throw new WrongValue("is no time zone that is known");
        }
        throw new WrongValue("must be a time zone as in Europe/Paris or UTC");
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    // In a query string an unescaped '+' of an offset arrives as a space; Python writes a space between date and time.
    private static Instant moment(String text) {
        if (!MOMENT.matcher(text).matches()) {
            throw new WrongValue("must be a date or a date and time, as in 2026-01-31T12:00:00Z");
        }
        String iso = text.substring(0, 10) + "T" + text.substring(11).replace(' ', '+');
        try {
            return ofFourDigitYear(
                    ZONED.matcher(iso).matches()
                            ? OffsetDateTime.parse(iso)
                            : LocalDateTime.parse(iso).atOffset(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw new WrongValue("must be a date and time as in 2026-01-31T12:00:00Z");
        }
    }

    /** An offset can carry a moment out of the years that the log can hold. */
    private static Instant ofFourDigitYear(OffsetDateTime moment) {
        int year = moment.withOffsetSameInstant(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) {
            throw new WrongValue("must be of the years 1 to 9999");
        }
        return moment.toInstant();
    }
}
