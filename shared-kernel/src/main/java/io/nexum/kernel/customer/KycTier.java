package io.nexum.kernel.customer;

/** How well the customer is known; {@code NONE} until a tier was given. */
public enum KycTier {
    NONE,
    TIER_0,
    TIER_1,
    TIER_2,
    TIER_3
}
