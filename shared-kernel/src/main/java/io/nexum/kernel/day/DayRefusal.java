package io.nexum.kernel.day;

import io.nexum.kernel.Refusal;
import java.time.LocalDate;

/** Why something about the bank's day is refused. */
public sealed interface DayRefusal extends Refusal {
    @Override
    default Kind kind() {
        return Kind.RULE;
    }

    /** More can't be decided than can be a matter of single entities: the step itself must be wrong. */
    record TooManySetAside(int most) implements DayRefusal {
        @Override
        public String detail() {
            return "more than " + most + " entities would be set aside; what keeps them from being decided must be put"
                    + " right first";
        }
    }

    /** So many days at once are a slip of the pen. */
    record TooManyDays(LocalDate businessDate, int most) implements DayRefusal {
        @Override
        public Kind kind() {
            return Kind.INVALID;
        }

        @Override
        public String field() {
            return "through";
        }

        @Override
        public String detail() {
            return "through is more than " + most + " days after the business date " + businessDate;
        }
    }

    /** Another run of the same bank is under way. */
    record DayIsBeingClosed(LocalDate through) implements DayRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "the days through " + through + " are being closed; ask again when they are";
        }
    }

    /** It was tried again, and failed again. */
    record StillSetAside(String step, String entity, String reason) implements DayRefusal {
        @Override
        public String detail() {
            return "the step " + step + " still can't decide " + entity + ": " + reason;
        }
    }
}
