package io.nexum.gateway.transaction;

/** The words of {@code transaction_type} in an order: what the client wants done. */
enum OrderType {
    DEPOSIT(Sides.TO),
    WITHDRAWAL(Sides.FROM),
    TRANSFER(Sides.BOTH),
    TRANSFER_INTERNAL(Sides.BOTH),
    PAYMENT(Sides.BOTH),
    FEE(Sides.FROM),
    /** The bank gives a reward or makes good. */
    CREDIT(Sides.TO),
    /** A purchase: money leaves for somebody outside the bank. */
    DEBIT(Sides.FROM);

    /** Which of the two accounts an order names. */
    enum Sides {
        FROM,
        TO,
        BOTH;

        boolean from() {
            return this != TO;
        }

        boolean to() {
            return this != FROM;
        }
    }

    private final Sides sides;

    OrderType(Sides sides) {
        this.sides = sides;
    }

    Sides sides() {
        return sides;
    }
}
