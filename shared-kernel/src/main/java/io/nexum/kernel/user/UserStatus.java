package io.nexum.kernel.user;

/** Whether a user may come in. */
public enum UserStatus {
    ACTIVE,
    /** Kept out for now, by an administrator. */
    LOCKED,
    /** No longer one of the bank's people, or not yet. */
    INACTIVE
}
