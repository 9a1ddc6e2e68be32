package io.nexum.kernel.ledger;

import java.util.Optional;

/**
 * An account of the general ledger.
 *
 * @param control whether it sums up sub-accounts (the customers' accounts, say); manual entries may not touch it
 * @param parent the account that it is reported under
 */
public record GlAccount(GlCode code, String name, GlAccountType type, boolean control, Optional<GlCode> parent) {}
