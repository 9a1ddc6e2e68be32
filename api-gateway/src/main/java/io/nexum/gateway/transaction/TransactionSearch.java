package io.nexum.gateway.transaction;

import io.nexum.gateway.request.ConvertedBy;
import io.nexum.gateway.request.Converter;
import io.nexum.gateway.request.Converters;
import io.nexum.gateway.request.QueryParameters;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.gateway.request.WholeDay;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.transaction.TransactionQuery.Direction;
import io.nexum.kernel.transaction.TransactionQuery.Filter;
import io.nexum.kernel.transaction.TransactionState;
import io.nexum.kernel.transaction.TransactionType;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The query parameters that transactions are looked for by; all that are sent must hold. */
record TransactionSearch(
        @Schema(description = "either side of it") Optional<AccountId> accountId,

        @Schema(description = "the account that was debited")
        Optional<AccountId> fromAccountId,

        @Schema(description = "the account that was credited")
        Optional<AccountId> toAccountId,

        @Schema(description = "a type, or credit and debit for money that came to an account or left one")
        Optional<Kind> transactionType,

        @Schema(description = "completed or reversed; pending, processing and failed ones don't enter the books")
        Optional<Status> status,

        @Schema(description = "recorded at or after; a date, or a date and time, UTC without a zone")
        Optional<Instant> since,

        @Schema(description = "recorded before; a date counts with its whole day") @ConvertedBy(WholeDay.class)
        Optional<Instant> until,

        @Schema(description = "a part of the description, in any letter case")
        Optional<@Size(max = 500) String> descriptionContains,

        @Schema(description = "the client's reference, exactly")
        Optional<@Size(max = 100) String> reference)
        implements QueryParameters {
    /** A type, or which way the money went. */
    @ConvertedBy(Kind.Form.class)
    record Kind(Optional<TransactionType> type, Optional<Direction> direction) {
        static final class Form implements Converter<Kind> {
            private static final Converter<TransactionType> TYPE = Converters.of(TransactionType.class);

            @Override
            public Optional<Kind> convert(JsonNode sent, ValidationErrors errors) {
                return switch (sent.asString("")) {
                    case "credit" -> Optional.of(new Kind(Optional.empty(), Optional.of(Direction.CREDIT)));
                    case "debit" -> Optional.of(new Kind(Optional.empty(), Optional.of(Direction.DEBIT)));
                    case "transfer" -> Optional.of(of(TransactionType.TRANSFER_INTERNAL));
                    default -> TYPE.convert(sent, errors).map(Form::of);
                };
            }

            private static Kind of(TransactionType type) {
                return new Kind(Optional.of(type), Optional.empty());
            }
        }
    }

    /** The statuses of the original's vocabulary. */
    enum Status {
        PENDING,
        PROCESSING,
        COMPLETED,
        FAILED,
        REVERSED
    }

    /** The filter, or nothing if by its status no transaction can pass it. */
    Optional<Filter> filter() {
        Optional<TransactionState> state = status.flatMap(TransactionSearch::state);
        Filter filter = new Filter(
                accountId,
                fromAccountId,
                toAccountId,
                transactionType.flatMap(Kind::type),
                state,
                since,
                until,
                descriptionContains,
                reference,
                transactionType.flatMap(Kind::direction));
        return status.isPresent() && state.isEmpty() ? Optional.empty() : Optional.of(filter);
    }

    private static Optional<TransactionState> state(Status status) {
        return switch (status) {
            case COMPLETED -> Optional.of(TransactionState.COMPLETED);
            case REVERSED -> Optional.of(TransactionState.REVERSED);
            case PENDING, PROCESSING, FAILED -> Optional.empty();
        };
    }
}
