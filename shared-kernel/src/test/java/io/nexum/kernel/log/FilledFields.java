package io.nexum.kernel.log;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which of the fields that may be empty were filled by some of several examples, each by its path. */
final class FilledFields {
    private final Map<String, Boolean> filled = new TreeMap<>();

    /** Takes note of a record's fields, and of those of the records in it. */
    void see(Record example) {
        see("", example);
    }

    /** Those that no example fills. */
    Set<String> neverFilled() {
        Set<String> never = new TreeSet<>();
        filled.forEach((path, is) -> {
            if (!is) {
                never.add(path);
            }
        });
        return never;
    }

    private void see(String path, Object value) {
        switch (value) {
            case Optional<?> optional -> {
                note(path, optional.isPresent());
                optional.ifPresent(present -> see(path, present));
            }
            case Collection<?> all -> {
                note(path, !all.isEmpty());
                all.forEach(one -> see(path + "[]", one));
            }
            case Map<?, ?> map -> note(path, !map.isEmpty());
            case Record row -> {
                for (RecordComponent component : row.getClass().getRecordComponents()) {
                    see(path.isEmpty() ? component.getName() : path + "." + component.getName(), read(component, row));
                }
            }
            default -> {}
        }
    }

    private void note(String path, boolean isFilled) {
        filled.merge(path, isFilled, Boolean::logicalOr);
    }

    private static Object read(RecordComponent component, Record row) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
