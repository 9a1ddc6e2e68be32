package io.nexum.query.readmodel;

import java.util.ArrayList;
import java.util.List;

/**
 * The columns of rows that are written together. The first row names them, and every other names the same ones in the
 * same order: so a column is found by counting, and one that is forgotten or out of place is told by its name.
 */
final class NamedColumns {
    private final String table;
    private final List<String> names = new ArrayList<>();
    private int rows;
    private int next;

    NamedColumns(String table) {
        this.table = table;
    }

    boolean areEmpty() {
        return rows == 0;
    }

    void beginRow() {
        endRow();
        rows++;
        next = 0;
    }

    /** The place of the column that the row names now. */
    int place(String name) {
        if (rows == 1) {
            names.add(name);
        } else if (next == names.size() || !names.get(next).equals(name)) {
            throw new IllegalStateException("a row of " + table + " has the column " + name + " where "
                    + (next == names.size() ? "the first has none" : "the first has " + names.get(next)));
        }
        return next++;
    }

    void endRow() {
        if (next < names.size()) {
            throw new IllegalStateException("a row of " + table + " lacks the column " + names.get(next));
        }
    }

    /** As in {@code tenant, id}. */
    String list() {
        return String.join(", ", names);
    }
}
