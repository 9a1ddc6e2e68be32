package io.nexum.kernel.loan.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** All that a loan owes at one moment, in the order of the days, and the sums over it. */
record OwedLines(List<Owed> all) {
    static final OwedLines NONE = new OwedLines(List.of());

    OwedLines {
        all = List.copyOf(all);
    }

    static Predicate<Owed> isDue(Component component, LocalDate by) {
        return owed -> owed.component() == component && !owed.due().isAfter(by);
    }

    /** What was or is due before a day. */
    List<Owed> before(LocalDate day) {
        return all.stream().takeWhile(owed -> owed.due().isBefore(day)).toList();
    }

    /** The first day after another on which something is still to be paid. */
    Optional<LocalDate> nextOpen(LocalDate after) {
        return firstDue(owed -> owed.due().isAfter(after) && owed.isOpen());
    }

    /** The first day on which an instalment that is still open was or is due. */
    Optional<LocalDate> firstOpenInstallment() {
        return firstDue(owed -> owed.isInstallment() && owed.isOpen());
    }

    private Optional<LocalDate> firstDue(Predicate<Owed> which) {
        return all.stream().filter(which).map(Owed::due).findFirst();
    }

    BigDecimal open(Predicate<Owed> which) {
        return sum(which, Owed::unpaid);
    }

    /** What is open of an instalment. */
    BigDecimal openOfInstallment(LocalDate due) {
        return open(owed -> owed.isInstallment() && owed.due().equals(due));
    }

    BigDecimal sum(Predicate<Owed> which, Function<Owed, BigDecimal> part) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Owed owed : all) {
            if (which.test(owed)) {
                sum = sum.add(part.apply(owed));
            }
        }
        return sum;
    }

    Map<Component, BigDecimal> byComponent(Function<Owed, BigDecimal> part) {
        Map<Component, BigDecimal> sums = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            sums.put(component, BigDecimal.ZERO);
        }
        all.forEach(owed -> sums.merge(owed.component(), part.apply(owed), BigDecimal::add));
        return sums;
    }
}
