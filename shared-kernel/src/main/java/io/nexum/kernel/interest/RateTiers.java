package io.nexum.kernel.interest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Annual rates that depend on the balance, in the account's own currency.
 *
 * @param tiers in the order of their lower ends, the first from 0
 */
public record RateTiers(Tiering tiering, List<Tier> tiers) {
    /** The most tiers that there can be. */
    public static final int MOST = 50;

    /** What the rate of the tier that a balance reaches is for. */
    public enum Tiering {
        /** The whole balance earns the rate of the highest tier that it reaches. */
        WHOLE_BALANCE,

        /** Each part of the balance earns the rate of the tier that it lies in. */
        BANDED
    }

    /**
     * @param from the lowest balance of the tier
     * @param annualRate as a fraction: 0.05 is 5 % a year; below zero the holder pays
     */
    public record Tier(BigDecimal from, BigDecimal annualRate) {}

    /** A part of a balance and the rate that it earns. */
    public record Slice(BigDecimal amount, BigDecimal annualRate) {
        BigDecimal yearly() {
            return amount.multiply(annualRate);
        }
    }

    /** @throws IllegalArgumentException if there is no tier, too many, none from 0, or they are out of order */
    public RateTiers {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty() || tiers.size() > MOST || tiers.getFirst().from().signum() != 0) {
            throw new IllegalArgumentException("rates have 1 to " + MOST + " tiers, the first from 0");
        }
        for (int i = 1; i < tiers.size(); i++) {
            if (tiers.get(i).from().compareTo(tiers.get(i - 1).from()) <= 0) {
                throw new IllegalArgumentException("each tier begins above the one before it");
            }
        }
    }

    /** One rate, whatever the balance. */
    public static RateTiers flat(BigDecimal annualRate) {
        return new RateTiers(Tiering.WHOLE_BALANCE, List.of(new Tier(BigDecimal.ZERO, annualRate)));
    }

    /** What of a balance earns which rate; of a balance of zero or below, nothing does. */
    public List<Slice> split(BigDecimal balance) {
        return split(balance, BigDecimal.ONE);
    }

    /** As of a balance that is given as a multiple of itself, so that a mean needs no division; so are the slices. */
    List<Slice> split(BigDecimal multiple, BigDecimal times) {
        if (multiple.signum() <= 0) {
            return List.of();
        }
        if (tiers.size() == 1) {
            return List.of(new Slice(multiple, tiers.getFirst().annualRate()));
        }
        return tiering == Tiering.BANDED ? bands(multiple, times) : List.of(whole(multiple, times));
    }

    private Slice whole(BigDecimal multiple, BigDecimal times) {
        Tier reached = tiers.getFirst();
        for (Tier tier : tiers) {
            if (multiple.compareTo(tier.from().multiply(times)) >= 0) {
                reached = tier;
            }
        }
        return new Slice(multiple, reached.annualRate());
    }

    private List<Slice> bands(BigDecimal multiple, BigDecimal times) {
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < tiers.size(); i++) {
            BigDecimal from = tiers.get(i).from().multiply(times);
            if (multiple.compareTo(from) <= 0) {
                break;
            }
            BigDecimal end = i + 1 < tiers.size()
                    ? tiers.get(i + 1).from().multiply(times).min(multiple)
                    : multiple;
            slices.add(new Slice(end.subtract(from), tiers.get(i).annualRate()));
        }
        return slices;
    }
}
