package io.nexum.kernel.loan.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** All that a loan owes, in the order of the days, and how payments are shared out among it. */
final class Dues {
    private final AllocationOrder order;
    private final List<Owed> all = new ArrayList<>();

    Dues(AllocationOrder order) {
        this.order = order;
    }

    List<Owed> all() {
        return all;
    }

    /** What was or is due before a day, as it is now. */
    List<Owed> before(LocalDate day) {
        return all.stream().takeWhile(owed -> owed.due.isBefore(day)).toList();
    }

    void add(Owed owed) {
        all.add(owed);
        all.sort(Comparator.comparing((Owed each) -> each.due));
    }

    /**
     * Puts another plan in place of the running one's lines.
     *
     * @return what was settled of lines that are no longer there
     */
    BigDecimal replace(List<Owed> running, List<Owed> planned) {
        all.removeAll(running);
        for (Owed old : running) {
            planned.stream()
                    .filter(line -> old.component == line.component && old.due.equals(line.due))
                    .forEach(line -> line.inherit(old));
        }
        all.addAll(planned);
        all.sort(Comparator.comparing((Owed each) -> each.due));
        return running.stream().map(Owed::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Pays what is due by a day; answers what is left of the amount. */
    BigDecimal payDue(BigDecimal amount, LocalDate on) {
        BigDecimal left = amount;
        for (AllocationOrder.Rule rule : order.dueRules().toList()) {
            for (Owed owed : all) {
                if (left.signum() == 0) {
                    return left;
                }
                if (owed.component == rule.component() && Timing.of(owed.due, on) == rule.timing()) {
                    left = left.subtract(owed.pay(left));
                }
            }
        }
        return left;
    }

    /** Pays what is not due yet, instalment by instalment; answers what is left of the amount. */
    BigDecimal payAhead(BigDecimal amount, LocalDate on) {
        BigDecimal left = amount;
        while (left.signum() > 0) {
            Optional<LocalDate> next = nextOpen(on);
            if (next.isEmpty()) {
                return left;
            }
            for (Component component : order.inAdvance()) {
                for (Owed owed : all) {
                    if (owed.component == component && owed.due.equals(next.get())) {
                        left = left.subtract(owed.pay(left));
                    }
                }
            }
        }
        return left;
    }

    /** The first day after another on which something is still to be paid. */
    Optional<LocalDate> nextOpen(LocalDate after) {
        return all.stream()
                .filter(owed -> owed.due.isAfter(after) && owed.isOpen())
                .map(owed -> owed.due)
                .findFirst();
    }

    /** The first day on which an instalment that is still open was or is due. */
    Optional<LocalDate> firstOpenInstallment() {
        return all.stream()
                .filter(owed -> owed.installment && owed.isOpen())
                .map(owed -> owed.due)
                .findFirst();
    }

    /** Takes back interest that was settled before it was earned, the last first; answers what of it was paid. */
    BigDecimal giveBackInterest(BigDecimal amount) {
        BigDecimal left = amount;
        BigDecimal paid = BigDecimal.ZERO;
        for (Owed owed : all.reversed()) {
            if (owed.component == Component.INTEREST) {
                left = left.subtract(owed.takeWaived(left));
                BigDecimal part = owed.takePaid(left);
                left = left.subtract(part);
                paid = paid.add(part);
            }
        }
        return paid;
    }

    void waive(Component component, BigDecimal amount) {
        BigDecimal left = amount;
        for (Owed owed : all) {
            if (owed.component == component) {
                left = left.subtract(owed.waive(left));
            }
        }
    }

    BigDecimal open(Predicate<Owed> which) {
        return sum(which, owed -> owed.open().max(BigDecimal.ZERO));
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
        all.forEach(owed -> sums.merge(owed.component, part.apply(owed), BigDecimal::add));
        return sums;
    }
}
