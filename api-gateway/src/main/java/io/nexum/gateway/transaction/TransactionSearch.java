package io.nexum.gateway.transaction;

import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Parameters;
import io.nexum.kernel.Text;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.transaction.TransactionQuery.Direction;
import io.nexum.kernel.transaction.TransactionQuery.Filter;
import io.nexum.kernel.transaction.TransactionState;
import io.nexum.kernel.transaction.TransactionType;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Optional;
import org.springframework.web.bind.annotation.BindParam;

/** The query parameters that transactions are looked for by; all that are sent must hold. */
record TransactionSearch(
        @BindParam("account_id") @Parameter(name = "account_id", description = "either side of it")
        Optional<String> accountId,

        @BindParam("from_account_id") @Parameter(name = "from_account_id", description = "the account that was debited")
        Optional<String> fromAccountId,

        @BindParam("to_account_id") @Parameter(name = "to_account_id", description = "the account that was credited")
        Optional<String> toAccountId,

        @BindParam("transaction_type")
        @Parameter(
                name = "transaction_type",
                description = "a type, or credit and debit for money that came to an account or left one")
        Optional<String> transactionType,

        @Parameter(description = "completed or reversed; pending, processing and failed ones don't enter the books")
        Optional<String> status,

        @Parameter(description = "recorded at or after; a date, or a date and time, UTC without a zone")
        Optional<String> since,

        @Parameter(description = "recorded before; a date counts with its whole day")
        Optional<String> until,

        @BindParam("description_contains")
        @Parameter(name = "description_contains", description = "a part of the description, in any letter case")
        Optional<String> descriptionContains,

        @Parameter(description = "the client's reference, exactly")
        Optional<String> reference) {

    /** The statuses of the original's vocabulary. */
    enum Status {
        PENDING,
        PROCESSING,
        COMPLETED,
        FAILED,
        REVERSED
    }

    /** The filter, or nothing if by its status no transaction can pass it. */
    Optional<Filter> filter(Parameters in) {
        Optional<Status> wanted = in.read("status", status, Forms.word(Status.class));
        Filter filter = new Filter(
                in.read("account_id", accountId, Forms.id(AccountId::of)),
                in.read("from_account_id", fromAccountId, Forms.id(AccountId::of)),
                in.read("to_account_id", toAccountId, Forms.id(AccountId::of)),
                direction().isPresent() ? Optional.empty() : in.read("transaction_type", transactionType, this::type),
                wanted.flatMap(TransactionSearch::state),
                in.read("since", since, Forms::instant),
                in.read("until", until, Forms::until),
                in.read(
                        "description_contains",
                        descriptionContains,
                        text -> Text.required("description_contains", text, InstructionFields.MAX_DESCRIPTION_LENGTH)),
                in.read(
                        "reference",
                        reference,
                        text -> Text.required("reference", text, InstructionFields.MAX_REFERENCE_LENGTH)),
                direction());
        boolean none =
                wanted.isPresent() && wanted.flatMap(TransactionSearch::state).isEmpty();
        return none ? Optional.empty() : Optional.of(filter);
    }

    private Optional<Direction> direction() {
        return transactionType.map(String::strip).flatMap(word -> switch (word) {
            case "credit" -> Optional.of(Direction.CREDIT);
            case "debit" -> Optional.of(Direction.DEBIT);
            default -> Optional.empty();
        });
    }

    private TransactionType type(String word) {
        return word.equals("transfer")
                ? TransactionType.TRANSFER_INTERNAL
                : Forms.word(TransactionType.class).apply(word);
    }

    private static Optional<TransactionState> state(Status status) {
        return switch (status) {
            case COMPLETED -> Optional.of(TransactionState.COMPLETED);
            case REVERSED -> Optional.of(TransactionState.REVERSED);
            case PENDING, PROCESSING, FAILED -> Optional.empty();
        };
    }
}
