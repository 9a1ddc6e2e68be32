package io.nexum.query;

import io.nexum.kernel.Queries;
import io.nexum.kernel.Query;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountQuery;
import io.nexum.kernel.apikey.ApiKeyQuery;
import io.nexum.kernel.audit.AuditQuery;
import io.nexum.kernel.customer.CustomerQuery;
import io.nexum.kernel.day.DayQuery;
import io.nexum.kernel.ledger.LedgerQuery;
import io.nexum.kernel.loan.LoanQuery;
import io.nexum.kernel.loan.LoanReportQuery;
import io.nexum.kernel.log.LogListener;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.kernel.product.ProductQuery;
import io.nexum.kernel.rate.RateQuery;
import io.nexum.kernel.role.RoleQuery;
import io.nexum.kernel.store.Store;
import io.nexum.kernel.store.Stores;
import io.nexum.kernel.tenant.TenantQuery;
import io.nexum.kernel.transaction.TransactionQuery;
import io.nexum.kernel.user.UserQuery;
import io.nexum.query.account.AccountAnswers;
import io.nexum.query.apikey.ApiKeyAnswers;
import io.nexum.query.audit.AuditAnswers;
import io.nexum.query.customer.CustomerAnswers;
import io.nexum.query.day.DayAnswers;
import io.nexum.query.ledger.LedgerAnswers;
import io.nexum.query.loan.LoanAnswers;
import io.nexum.query.loan.LoanReports;
import io.nexum.query.log.EventReader;
import io.nexum.query.log.Follower;
import io.nexum.query.log.Freshness;
import io.nexum.query.log.LogLevel;
import io.nexum.query.log.Progress;
import io.nexum.query.product.ProductAnswers;
import io.nexum.query.rate.RateAnswers;
import io.nexum.query.readmodel.Check;
import io.nexum.query.readmodel.ReadDatabase;
import io.nexum.query.readmodel.Rebuild;
import io.nexum.query.role.RoleAnswers;
import io.nexum.query.tenant.TenantAnswers;
import io.nexum.query.transaction.TransactionAnswers;
import io.nexum.query.user.UserAnswers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The read side of the bank: follows the log, keeps the read models level with it and answers every query. */
public final class QuerySide implements Queries, LogListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QuerySide.class);

    private final Stores stores;
    private final QuerySettings settings;
    private final EventReader events;
    private final ReadModelListener listener;
    private final Map<Store, Followed> followed = new ConcurrentHashMap<>();
    private final Freshness freshness;
    private final CustomerAnswers customers;
    private final AccountAnswers accounts;
    private final TransactionAnswers transactions;
    private final LedgerAnswers ledger;
    private final RateAnswers rates;
    private final ProductAnswers products;
    private final TenantAnswers tenants;
    private final RoleAnswers roles;
    private final UserAnswers users;
    private final ApiKeyAnswers apiKeys;
    private final DayAnswers days;
    private final LoanAnswers loans;
    private final LoanReports loanReports;
    private final AuditAnswers audit;

    /** A store whose read models are kept level with its logs. */
    private record Followed(Progress progress, Follower follower) {}

    private QuerySide(Stores stores, QuerySettings settings, EventReader events, ReadModelListener listener) {
        this.listener = listener;
        this.events = events;
        this.stores = stores;
        this.settings = settings;
        ReadDatabase database = new ReadDatabase(stores, settings.longestStatement());
        this.freshness = new Freshness(database, settings.longestWait());
        this.customers = new CustomerAnswers(database, events.personal());
        this.accounts = new AccountAnswers(database);
        this.transactions = new TransactionAnswers(database);
        this.ledger = new LedgerAnswers(database);
        this.rates = new RateAnswers(database);
        this.products = new ProductAnswers(database);
        this.tenants = new TenantAnswers(database);
        this.roles = new RoleAnswers(database);
        this.users = new UserAnswers(database, events.personal());
        this.apiKeys = new ApiKeyAnswers(database);
        this.days = new DayAnswers(database);
        this.loans = new LoanAnswers(database);
        this.loanReports = new LoanReports(database);
        this.audit = new AuditAnswers(stores, database, events);
    }

    /**
     * Makes the read models of every open store if there are none or they are another version's, and starts to follow
     * the logs. A store that is opened later is followed from the first time that something is asked of it.
     *
     * @param personal the keys to personal data
     */
    public static QuerySide start(Stores stores, QuerySettings settings, PersonalData personal) {
        return start(stores, settings, personal, ReadModelListener.NOBODY);
    }

    /** As {@link #start(Stores, QuerySettings, PersonalData)}, with somebody who is told of each batch. */
    public static QuerySide start(
            Stores stores, QuerySettings settings, PersonalData personal, ReadModelListener listener) {
        QuerySide side = new QuerySide(stores, settings, new EventReader(personal), listener);
        stores.all().forEach(side::follow);
        return side;
    }

    private Followed following(TenantId tenant) {
        return follow(stores.storeOf(tenant));
    }

    private Followed follow(Store store) {
        return Objects.requireNonNull(followed.computeIfAbsent(store, unknown -> {
            Rebuild.ifOutdated(store, events, LOG::info);
            Progress progress = new Progress();
            Follower.Pace pace = new Follower.Pace(settings.batchEvents(), settings.pause(), this::poll);
            return new Followed(progress, Follower.start(store, events, pace, progress, listener));
        }));
    }

    /** The more stores, the more seldom each is looked at: together they cost the same. */
    private Duration poll() {
        return settings.poll().multipliedBy(Math.max(1, followed.size()));
    }

    /** On the appender's thread: a store that isn't followed yet gets its read models on another one. */
    @Override
    public void appended(TenantId tenant, long headPosition) {
        Store store = stores.storeOf(tenant);
        Followed known = followed.get(store);
        if (known == null) {
            Thread.startVirtualThread(() -> follow(store));
        } else {
            known.progress().appended();
        }
    }

    /**
     * How far each tenant's read models are behind its log, as the databases say. Of several stores one that doesn't
     * answer is left out.
     *
     * @throws DataAccessException if none answers
     */
    public List<LogLevel> levels() {
        List<LogLevel> levels = new ArrayList<>();
        Optional<DataAccessException> failure = Optional.empty();
        for (Store store : followed.keySet()) {
            try {
                levels.addAll(LogLevel.all(store));
            } catch (DataAccessException e) {
                LOG.warn("a store doesn't answer: {}", e.getMessage());
                failure = Optional.of(e);
            }
        }
        if (levels.isEmpty() && failure.isPresent()) {
            throw failure.get();
        }
        levels.sort(Comparator.comparing(LogLevel::age).reversed());
        return levels;
    }

    /** The last position of the log that the read models show, 0 if none. */
    public long position(TenantId tenant) {
        return following(tenant).progress().position(tenant);
    }

    @Override
    @SuppressWarnings("unchecked") // each query's answer is of the type that the query names
    public <R> R ask(Query<R> query, QueryContext context) {
        if (query instanceof AuditQuery<?> asked) {
            return (R) audit.answer(asked, context.tenant());
        }
        freshness.await(query, context, following(context.tenant()).progress());
        TenantId tenant = context.tenant();
        return (R)
                switch (query) {
                    case CustomerQuery<?> asked -> customers.answer(asked, tenant);
                    case AccountQuery<?> asked -> accounts.answer(asked, tenant);
                    case TransactionQuery<?> asked -> transactions.answer(asked, tenant);
                    case LedgerQuery<?> asked -> ledger.answer(asked, tenant);
                    case RateQuery<?> asked -> rates.answer(asked, tenant);
                    case ProductQuery<?> asked -> products.answer(asked, tenant);
                    case TenantQuery<?> asked -> tenants.answer(asked, tenant);
                    case RoleQuery<?> asked -> roles.answer(asked, tenant);
                    case UserQuery<?> asked -> users.answer(asked, tenant);
                    case ApiKeyQuery<?> asked -> apiKeys.answer(asked, tenant);
                    case DayQuery<?> asked -> days.answer(asked, tenant);
                    case LoanQuery<?> asked -> loans.answer(asked, tenant);
                    case LoanReportQuery<?> asked -> loanReports.answer(asked, tenant);
                    default -> throw new IllegalArgumentException("nobody answers " + query.getClass());
                };
    }

    /** Builds the read models of the tenant's store beside the live ones and swaps them; queries go on meanwhile. */
    public RebuildReport rebuild(TenantId tenant, Consumer<String> told) {
        return Rebuild.all(stores.storeOf(tenant), events, tenant, told);
    }

    /** Builds the read models from the log beside the live ones, compares every row, and drops them again. */
    public CheckReport check(TenantId tenant, Consumer<String> told) {
        return Check.run(stores.storeOf(tenant), events, tenant, told);
    }

    @Override
    public void close() {
        followed.values().forEach(store -> store.follower().close());
    }
}
