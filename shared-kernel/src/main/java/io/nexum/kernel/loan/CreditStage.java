package io.nexum.kernel.loan;

/** The stages of IFRS 9 (5.5): how far a loan's credit risk has risen since it was made. */
public enum CreditStage {
    /** As when it was made: losses of the next 12 months are expected. */
    STAGE_1,
    /** Risen much: losses of the whole life are expected. */
    STAGE_2,
    /** Credit-impaired. */
    STAGE_3
}
