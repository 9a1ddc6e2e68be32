package io.nexum.gateway.request;

import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Currency;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a text must look like to mean a date, a currency, an id. Each says what would be right when it isn't. */
public final class Forms {
    /** Years have four digits: the last day ends with its last microsecond. */
    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;]{1,64}@[^\\s@<>\",;.]+(\\.[^\\s@<>\",;.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ().-]{3,28}[0-9]");
    private static final Pattern ZONE = Pattern.compile("UTC|Z|[A-Z][A-Za-z]+(/[A-Za-z0-9_+-]+){1,2}");
    private static final int MAX_EMAIL_LENGTH = 254;
    private static final int MAX_PHONE_DIGITS = 15;

    private Forms() {}

    /** A UUID, made into what it names. */
    public static <T> Function<String, T> id(Function<String, T> of) {
        return text -> {
            try {
                return of.apply(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("must be a UUID", e);
            }
        };
    }

    /** One of an enumeration's words. */
    public static <E extends Enum<E>> Function<String, E> word(Class<E> words) {
        return text -> Arrays.stream(words.getEnumConstants())
                .filter(value -> Json.wireName(value).equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(words.getEnumConstants())
                                .map(Json::wireName)
                                .collect(Collectors.joining(", "))));
    }

    public static boolean flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    public static Currency currency(String text) {
        return Currency.of(text);
    }

    public static LocalDate date(String text) {
        try {
            if (DATE.matcher(text).matches() && !text.startsWith("0000")) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is no day of the calendar", e);
        }
        throw new IllegalArgumentException("must be a date as in 2026-01-31");
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
    public static ZoneId zone(String text) {
        try {
            if (ZONE.matcher(text).matches()) {
                return ZoneId.of(text);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is no time zone that is known", e);
        }
        throw new IllegalArgumentException("must be a time zone as in Europe/Paris or UTC");
    }

    public static String email(String text) {
        if (text.length() > MAX_EMAIL_LENGTH || !EMAIL.matcher(text).matches()) {
            throw new IllegalArgumentException("must be an e-mail address as in name@example.com");
        }
        return text;
    }

    public static String phone(String text) {
        long digits = text.chars().filter(Character::isDigit).count();
        if (digits > MAX_PHONE_DIGITS || !PHONE.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a phone number as in +1-555-0123");
        }
        return text;
    }

    public static long position(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("must be a position of the log: a whole number from 0");
        }
        return Long.parseLong(text);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    // In a query string an unescaped '+' of an offset arrives as a space; Python writes a space between date and time.
    private static Instant moment(String text) {
        if (text.length() > 40 || !text.matches("\\d{4}-\\d{2}-\\d{2}[T ].+")) {
            throw new IllegalArgumentException("must be a date or a date and time, as in 2026-01-31T12:00:00Z");
        }
        String iso = text.substring(0, 10) + "T" + text.substring(11).replace(' ', '+');
        try {
            boolean zoned = iso.matches(".*(Z|[+-]\\d{2}(:?\\d{2})?)") && !iso.matches("[^T]*T[^Z+-]*");
            return ofFourDigitYear(
                    zoned ? OffsetDateTime.parse(iso) : LocalDateTime.parse(iso).atOffset(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("must be a date and time as in 2026-01-31T12:00:00Z", e);
        }
    }

    /** An offset can carry a moment out of the years that the log can hold. */
    private static Instant ofFourDigitYear(OffsetDateTime moment) {
        int year = moment.withOffsetSameInstant(ZoneOffset.UTC).getYear();
        if (year < 1 || year > 9999) {
            throw new IllegalArgumentException("must be of the years 1 to 9999");
        }
        return moment.toInstant();
    }
}
