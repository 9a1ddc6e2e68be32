package io.nexum.kernel;

/** Carries a {@link Refusal} to whoever answers the client. It has no stack trace: a refusal is no accident. */
public final class RefusedException extends RuntimeException {
    private final transient Refusal refusal;

    public RefusedException(Refusal refusal) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
