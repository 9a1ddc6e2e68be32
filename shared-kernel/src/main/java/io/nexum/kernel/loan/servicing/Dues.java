package io.nexum.kernel.loan.servicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Keeps what a loan owes, and shares payments out among it. */
final class Dues {
    private final AllocationOrder order;
    private OwedLines lines = OwedLines.NONE;

    Dues(AllocationOrder order) {
        this.order = order;
    }

    /** As it is now; later changes don't show in it. */
    OwedLines lines() {
        return lines;
    }

    /** Owes something more, after all else of its day. */
    void add(Owed owed) {
        List<Owed> all = new ArrayList<>(lines.all());
        int place = all.size();
        while (place > 0 && all.get(place - 1).due().isAfter(owed.due())) {
            place--;
        }
        all.add(place, owed);
        lines = new OwedLines(all);
    }

    void change(Predicate<Owed> which, UnaryOperator<Owed> change) {
        lines = new OwedLines(lines.all().stream()
                .map(owed -> which.test(owed) ? change.apply(owed) : owed)
                .toList());
    }

    /**
     * Puts another plan in place of the running one's lines. Each takes over what was settled of its forerunner.
     *
     * @return what was paid of lines that are no longer there or are for less now
     */
    BigDecimal replan(List<Owed> planned) {
        List<Owed> all = new ArrayList<>();
        List<Owed> next = new ArrayList<>(planned);
        BigDecimal freed = BigDecimal.ZERO;
        for (Owed owed : lines.all()) {
            if (owed.isPlanned()) {
                freed = freed.add(handOn(owed, next));
            } else {
                all.add(owed);
            }
        }
        all.addAll(next);
        all.sort(Comparator.comparing(Owed::due));
        lines = new OwedLines(all);
        return freed;
    }

    /** Answers what of a line's payments finds no place in the new plan. */
    private static BigDecimal handOn(Owed earlier, List<Owed> planned) {
        BigDecimal waived = earlier.waived();
        BigDecimal paid = earlier.paid();
        for (int i = 0; i < planned.size(); i++) {
            Owed line = planned.get(i);
            if (line.isDueAt(earlier)) {
                Owed inheriting = line.waive(waived).pay(paid);
                waived = waived.subtract(inheriting.waived().subtract(line.waived()));
                paid = paid.subtract(inheriting.paid().subtract(line.paid()));
                planned.set(i, inheriting);
            }
        }
        return paid;
    }

    /** Pays what is due by a day; answers what is left of the amount. */
    BigDecimal payDue(BigDecimal amount, LocalDate on) {
        List<Owed> all = new ArrayList<>(lines.all());
        BigDecimal left = amount;
        for (AllocationOrder.Rule rule : order.dueRules().toList()) {
            left = pay(
                    all,
                    left,
                    owed -> owed.component() == rule.component() && Timing.of(owed.due(), on) == rule.timing());
        }
        lines = new OwedLines(all);
        return left;
    }

    /** Pays what is not due yet, instalment by instalment; answers what is left of the amount. */
    BigDecimal payAhead(BigDecimal amount, LocalDate on) {
        List<Owed> all = new ArrayList<>(lines.all());
        List<Component> components = order.inAdvance();
        BigDecimal left = amount;
        for (int i = 0; i < all.size() && left.signum() > 0; i++) {
            LocalDate due = all.get(i).due();
            if (due.isAfter(on) && all.get(i).isOpen()) {
                for (Component component : components) {
                    left = pay(
                            all,
                            left,
                            owed -> owed.component() == component && owed.due().equals(due));
                }
            }
        }
        lines = new OwedLines(all);
        return left;
    }

    private static BigDecimal pay(List<Owed> all, BigDecimal amount, Predicate<Owed> which) {
        BigDecimal left = amount;
        for (int i = 0; i < all.size() && left.signum() > 0; i++) {
            Owed owed = all.get(i);
            if (which.test(owed)) {
                Owed after = owed.pay(left);
                left = left.subtract(after.paid().subtract(owed.paid()));
                all.set(i, after);
            }
        }
        return left;
    }

    void waive(Component component, BigDecimal amount) {
        List<Owed> all = new ArrayList<>(lines.all());
        BigDecimal left = amount;
        for (int i = 0; i < all.size(); i++) {
            Owed owed = all.get(i);
            if (owed.component() == component) {
                Owed after = owed.waive(left);
                left = left.subtract(after.waived().subtract(owed.waived()));
                all.set(i, after);
            }
        }
        lines = new OwedLines(all);
    }

    /** Takes back interest that was settled before it was earned, the last first; answers what of it was paid. */
    BigDecimal giveBackInterest(BigDecimal amount) {
        List<Owed> all = new ArrayList<>(lines.all());
        BigDecimal left = amount;
        BigDecimal paid = BigDecimal.ZERO;
        for (int i = all.size() - 1; i >= 0; i--) {
            Owed owed = all.get(i);
            if (owed.component() == Component.INTEREST) {
                Owed unwaived = owed.takeWaived(left);
                left = left.subtract(owed.waived().subtract(unwaived.waived()));
                Owed unpaid = unwaived.takePaid(left);
                BigDecimal part = owed.paid().subtract(unpaid.paid());
                left = left.subtract(part);
                paid = paid.add(part);
                all.set(i, unpaid);
            }
        }
        lines = new OwedLines(all);
        return paid;
    }
}
