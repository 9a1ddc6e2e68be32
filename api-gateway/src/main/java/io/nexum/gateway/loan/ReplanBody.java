package io.nexum.gateway.loan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.nexum.kernel.loan.servicing.Replan;
import java.time.LocalDate;
import java.util.Optional;

/** What asks for another plan of a running loan. */
interface ReplanBody extends LoanBody {
    @JsonIgnore
    Replan plan();

    /** From which the new plan counts; absent: the bank's date. */
    Optional<LocalDate> date();

    String reason();
}
