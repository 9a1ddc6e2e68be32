package io.nexum.command.customer;

import io.nexum.command.customer.CustomerState.Known;
import io.nexum.command.customer.CustomerState.Unknown;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.CustomerRefusal;
import io.nexum.kernel.customer.CustomerStatus;
import io.nexum.kernel.customer.KycStatus;
import io.nexum.kernel.customer.KycTier;
import java.time.Instant;
import java.time.LocalDate;

/** The rules that more than one command asks. Each returns, or refuses with its reason. */
public final class CustomerRules {
    private CustomerRules() {}

    public static Known mustBeKnown(CustomerId id, CustomerState state) {
        return switch (state) {
            case Unknown unknown -> throw new RefusedException(new Refusals.NotFound("customer", id.toString()));
            case Known known
            when known.status() == CustomerStatus.ERASED ->
                throw new RefusedException(new CustomerRefusal.CustomerIsErased(id));
            case Known known -> known;
        };
    }

    static void mayBeErased(CustomerId id, Known customer, LocalDate today) {
        if (customer.status() != CustomerStatus.CLOSED) {
            throw new RefusedException(new CustomerRefusal.CustomerNotClosed(id));
        }
        customer.retainedUntil().filter(today::isBefore).ifPresent(until -> {
            throw new RefusedException(new CustomerRefusal.CustomerRetainedByLaw(id, until));
        });
    }

    public static Known mustBeActive(CustomerId id, CustomerState state) {
        Known known = mustBeKnown(id, state);
        if (known.status() == CustomerStatus.CLOSED) {
            throw new RefusedException(new CustomerRefusal.CustomerNotActive(id));
        }
        return known;
    }

    /** The lowest tiers need no verification; a higher one counts while the customer is verified. */
    public static void mustBeKnownAs(KycTier required, CustomerId id, Known customer, Instant at) {
        KycStatus status = customer.kyc().statusAt(at);
        boolean verified = status == KycStatus.VERIFIED || required.compareTo(KycTier.TIER_1) < 0;
        if (!verified || customer.kyc().tier().compareTo(required) < 0) {
            throw new RefusedException(
                    new CustomerRefusal.KycTierTooLow(id, status, customer.kyc().tier(), required));
        }
    }
}
