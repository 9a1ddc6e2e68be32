package io.nexum.query.readmodel;

/** A type that columns have. */
public enum ColumnType {
    TEXT("text"),
    UUID("uuid"),
    INT("int"),
    BIGINT("bigint"),
    NUMERIC("numeric"),
    BOOLEAN("boolean"),
    DATE("date"),
    TIMESTAMPTZ("timestamptz");

    private final String sql;

    ColumnType(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
