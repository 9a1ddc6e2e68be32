package io.nexum.kernel.account;

import io.nexum.kernel.product.InterestConditions;
import io.nexum.kernel.product.ProductGlAccounts;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an account's interest is from a day on.
 *
 * @param conditions absent: there is none
 * @param glAccounts where it is booked
 */
public record InterestAgreement(
        LocalDate from, Optional<InterestConditions> conditions, ProductGlAccounts glAccounts) {}
