package io.nexum.command;

/**
 * One thing that somebody asks of a random bank.
 *
 * @param one which account it concerns, by number
 * @param other which other account
 * @param units of its smallest unit, how much
 * @param seconds how much later than the wish before
 */
record Wish(What what, int one, int other, long units, int seconds) {
    enum What {
        DEPOSIT,
        REWARD,
        WITHDRAW,
        FEE,
        TRANSFER,
        HOLD,
        CAPTURE,
        CAPTURE_AND_RELEASE,
        RELEASE,
        EXPIRE,
        REVERSE,
        QUOTE,
        FREEZE,
        UNFREEZE,
        BULK
    }
}
