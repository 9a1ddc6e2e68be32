package io.nexum.query.transaction;

import io.nexum.kernel.Page;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.transaction.Channel;
import io.nexum.kernel.transaction.TransactionId;
import io.nexum.kernel.transaction.TransactionQuery;
import io.nexum.kernel.transaction.TransactionQuery.Direction;
import io.nexum.kernel.transaction.TransactionQuery.Filter;
import io.nexum.kernel.transaction.TransactionQuery.FindTransactions;
import io.nexum.kernel.transaction.TransactionQuery.GetTransaction;
import io.nexum.kernel.transaction.TransactionQuery.TransactionView;
import io.nexum.kernel.transaction.TransactionState;
import io.nexum.kernel.transaction.TransactionType;
import io.nexum.query.readmodel.Columns;
import io.nexum.query.readmodel.Conditions;
import io.nexum.query.readmodel.ReadDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Answers every question about transactions. */
public final class TransactionAnswers {
    /** Up to where a list's total is counted. */
    static final int MOST_COUNTED = 100_000;

    private static final String REVERSED_BY =
            "(SELECT r.id FROM transaction r WHERE r.tenant = t.tenant AND r.reverses = t.id)";

    private static final String OF_TENANT = "FROM transaction t WHERE t.tenant = :tenant {conditions}";

    // Either side by its own index, so that the newest of a busy account are found without sorting all of it.
    private static final String OF_ACCOUNT = """
            FROM (
                SELECT * FROM transaction s WHERE s.tenant = :tenant AND s.from_account = :account
                UNION ALL
                SELECT * FROM transaction r WHERE r.tenant = :tenant AND r.to_account = :account
                    AND r.from_account IS DISTINCT FROM r.to_account
            ) t WHERE t.tenant = :tenant {conditions}""";

    private final ReadDatabase database;

    public TransactionAnswers(ReadDatabase database) {
        this.database = database;
    }

    public Object answer(TransactionQuery<?> query, TenantId tenant) {
        return switch (query) {
            case GetTransaction get -> get(get, tenant);
            case FindTransactions find -> find(find, tenant);
        };
    }

    private TransactionView get(GetTransaction query, TenantId tenant) {
        return Conditions.of(tenant)
                .and("t.id = :id")
                .with("id", query.id().value())
                .statement(database.of(tenant), select(OF_TENANT))
                .query((row, number) -> transaction(row))
                .optional()
                .orElseThrow(() -> new RefusedException(
                        new Refusals.NotFound("transaction", query.id().toString())));
    }

    private Page<TransactionView> find(FindTransactions query, TenantId tenant) {
        Filter filter = query.filter();
        Conditions conditions = Conditions.of(tenant)
                .and(filter.from().map(AccountId::value), "t.from_account = :from", "from")
                .and(filter.to().map(AccountId::value), "t.to_account = :to", "to")
                .and(filter.type().map(Json::wireName), "t.type = :type", "type")
                .and(filter.since().map(Columns::parameter), "t.created_at >= :since", "since")
                .and(filter.until().map(Columns::parameter), "t.created_at < :until", "until")
                .and(filter.reference(), "t.reference = :reference", "reference")
                .and(
                        filter.descriptionContains().map(TransactionAnswers::containing),
                        "t.description ILIKE :description",
                        "description");
        filter.state()
                .ifPresent(state ->
                        conditions.and((state == TransactionState.REVERSED ? "EXISTS " : "NOT EXISTS ") + REVERSED_BY));
        filter.direction().ifPresent(direction -> conditions.and(onSide(direction, filter.account())));
        filter.account().ifPresent(account -> conditions.with("account", account.value()));
        String from = filter.account().isPresent() ? OF_ACCOUNT : OF_TENANT;
        return conditions.page(
                database.of(tenant),
                select(from) + " ORDER BY t.position DESC",
                "SELECT count(*) FROM (SELECT 1 " + from + " LIMIT " + MOST_COUNTED + ") counted",
                query.page(),
                (row, number) -> transaction(row));
    }

    /** Seen from the account that is asked about, or from any customer's account. */
    private static String onSide(Direction direction, Optional<AccountId> account) {
        String side = direction == Direction.CREDIT ? "t.to_account" : "t.from_account";
        return side + (account.isPresent() ? " = :account" : " IS NOT NULL");
    }

    private static String containing(String part) {
        return "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static String select(String from) {
        return "SELECT t.*, " + REVERSED_BY + " AS reversed_by " + from;
    }

    private static TransactionView transaction(ResultSet row) throws SQLException {
        Columns columns = Columns.of(row);
        Optional<UUID> reversedBy = columns.optionalUuid("reversed_by");
        Optional<String> creditedCurrency = columns.optionalText("credited_currency");
        return new TransactionView(
                new TransactionId(columns.uuid("id")),
                columns.number("position"),
                columns.constant("type", TransactionType.class),
                reversedBy.isPresent() ? TransactionState.REVERSED : TransactionState.COMPLETED,
                columns.optionalUuid("from_account").map(AccountId::new),
                columns.optionalUuid("to_account").map(AccountId::new),
                columns.money("amount", columns.currency("currency")),
                creditedCurrency.isPresent()
                        ? Optional.of(columns.money("credited_amount", Currency.of(creditedCurrency.get())))
                        : Optional.empty(),
                columns.optionalDecimal("rate"),
                columns.text("description"),
                columns.optionalText("reference"),
                columns.constant("channel", Channel.class),
                columns.date("booking_date"),
                columns.date("value_date"),
                columns.instant("created_at"),
                columns.text("created_by"),
                columns.optionalUuid("reverses").map(TransactionId::new),
                reversedBy.map(TransactionId::new),
                columns.object("metadata"));
    }
}
