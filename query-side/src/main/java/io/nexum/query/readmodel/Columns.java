package io.nexum.query.readmodel;

import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a row's columns as this program's values. */
public final class Columns {
    private final ResultSet row;

    private Columns(ResultSet row) {
        this.row = row;
    }

    public static Columns of(ResultSet row) {
        return new Columns(row);
    }

    public String text(String column) throws SQLException {
        return present(column, row.getString(column));
    }

    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    public long number(String column) throws SQLException {
        return row.getLong(column);
    }

    public boolean flag(String column) throws SQLException {
        return row.getBoolean(column);
    }

    public BigDecimal decimal(String column) throws SQLException {
        return present(column, row.getBigDecimal(column));
    }

    public Optional<BigDecimal> optionalDecimal(String column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column));
    }

    public UUID uuid(String column) throws SQLException {
        return present(column, row.getObject(column, UUID.class));
    }

    public Optional<UUID> optionalUuid(String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    public LocalDate date(String column) throws SQLException {
        return present(column, row.getObject(column, LocalDate.class));
    }

    public Optional<LocalDate> optionalDate(String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }

    public Instant instant(String column) throws SQLException {
        return present(column, row.getObject(column, OffsetDateTime.class)).toInstant();
    }

    public Optional<Instant> optionalInstant(String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    public Currency currency(String column) throws SQLException {
        return Currency.of(text(column));
    }

    public Money money(String column, Currency currency) throws SQLException {
        return Money.of(decimal(column), currency);
    }

    public <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, text(column).toUpperCase(Locale.ROOT));
    }

    public <T> T json(String column, Class<T> type) throws SQLException {
        return Json.read(text(column), type);
    }

    @SuppressWarnings("unchecked") // the keys of a JSON object are strings
    public Map<String, Object> object(String column) throws SQLException {
        return json(column, LinkedHashMap.class);
    }

    /** A moment as a statement's parameter. */
    public static OffsetDateTime parameter(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <T> T present(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the column " + column + " is empty");
        }
        return value;
    }
}
