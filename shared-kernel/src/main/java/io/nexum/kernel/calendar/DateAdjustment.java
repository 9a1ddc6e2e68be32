package io.nexum.kernel.calendar;

/** Where a date goes that falls on a day off. A date on a working day stays. */
public enum DateAdjustment {
    /** It stays. */
    NONE,
    /** To the next working day. */
    FOLLOWING,
    /** To the next working day, but to the one before if that is in another month. */
    MODIFIED_FOLLOWING,
    /** To the working day before. */
    PRECEDING
}
