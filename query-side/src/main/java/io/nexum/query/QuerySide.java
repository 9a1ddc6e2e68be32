package io.nexum.query;

import io.nexum.kernel.Queries;
import io.nexum.kernel.Query;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.account.AccountQuery;
import io.nexum.kernel.audit.AuditQuery;
import io.nexum.kernel.customer.CustomerQuery;
import io.nexum.kernel.ledger.LedgerQuery;
import io.nexum.kernel.log.LogListener;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.kernel.rate.RateQuery;
import io.nexum.kernel.role.RoleQuery;
import io.nexum.kernel.tenant.TenantQuery;
import io.nexum.kernel.transaction.TransactionQuery;
import io.nexum.kernel.user.UserQuery;
import io.nexum.query.account.AccountAnswers;
import io.nexum.query.audit.AuditAnswers;
import io.nexum.query.customer.CustomerAnswers;
import io.nexum.query.ledger.LedgerAnswers;
import io.nexum.query.log.EventReader;
import io.nexum.query.log.Follower;
import io.nexum.query.log.Freshness;
import io.nexum.query.log.LogLevel;
import io.nexum.query.log.Progress;
import io.nexum.query.rate.RateAnswers;
import io.nexum.query.readmodel.Check;
import io.nexum.query.readmodel.ReadDatabase;
import io.nexum.query.readmodel.Rebuild;
import io.nexum.query.role.RoleAnswers;
import io.nexum.query.tenant.TenantAnswers;
import io.nexum.query.transaction.TransactionAnswers;
import io.nexum.query.user.UserAnswers;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The read side of the bank: follows the log, keeps the read models level with it and answers every query. */
public final class QuerySide implements Queries, LogListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QuerySide.class);

    private final DataSource owner;
    private final DataSource program;
    private final EventReader events;
    private final ReadDatabase database;
    private final Progress progress = new Progress();
    private final Follower follower;
    private final Freshness freshness;
    private final CustomerAnswers customers;
    private final AccountAnswers accounts;
    private final TransactionAnswers transactions;
    private final LedgerAnswers ledger;
    private final RateAnswers rates;
    private final TenantAnswers tenants;
    private final RoleAnswers roles;
    private final UserAnswers users;
    private final AuditAnswers audit;

    private QuerySide(
            DataSource owner,
            DataSource program,
            QuerySettings settings,
            EventReader events,
            ReadModelListener listener) {
        this.events = events;
        this.owner = owner;
        this.program = program;
        this.database = new ReadDatabase(program, settings.longestStatement());
        this.freshness = new Freshness(database.client(), progress, settings.longestWait());
        this.customers = new CustomerAnswers(database, events.personal());
        this.accounts = new AccountAnswers(database);
        this.transactions = new TransactionAnswers(database);
        this.ledger = new LedgerAnswers(database);
        this.rates = new RateAnswers(database);
        this.tenants = new TenantAnswers(database);
        this.roles = new RoleAnswers(database);
        this.users = new UserAnswers(database, events.personal());
        this.audit = new AuditAnswers(program, database, events);
        this.follower = Follower.start(
                program,
                events,
                new Follower.Pace(settings.batchEvents(), settings.pause(), settings.poll()),
                progress,
                listener);
    }

    /**
     * Makes the read models if there are none or they are another version's, and starts to follow the log.
     *
     * @param owner connections that may create schemas
     * @param program connections that find the log's tables and the read models' by their bare names
     * @param personal the keys to personal data
     */
    public static QuerySide start(DataSource owner, DataSource program, QuerySettings settings, PersonalData personal) {
        return start(owner, program, settings, personal, ReadModelListener.NOBODY);
    }

    /** As {@link #start(DataSource, DataSource, QuerySettings, PersonalData)}, with somebody who is told of each batch. */
    public static QuerySide start(
            DataSource owner,
            DataSource program,
            QuerySettings settings,
            PersonalData personal,
            ReadModelListener listener) {
        EventReader events = new EventReader(personal);
        Rebuild.ifOutdated(owner, program, events, LOG::info);
        return new QuerySide(owner, program, settings, events, listener);
    }

    @Override
    public void appended(TenantId tenant, long headPosition) {
        progress.appended();
    }

    /** How far each tenant's read models are behind its log, as the database says. */
    public List<LogLevel> levels() {
        return LogLevel.all(database.client());
    }

    /** The last position of the log that the read models show, 0 if none. */
    public long position(TenantId tenant) {
        return progress.position(tenant);
    }

    @Override
    @SuppressWarnings("unchecked") // each query's answer is of the type that the query names
    public <R> R ask(Query<R> query, QueryContext context) {
        if (query instanceof AuditQuery<?> asked) {
            return (R) audit.answer(asked, context.tenant());
        }
        freshness.await(query, context);
        TenantId tenant = context.tenant();
        return (R)
                switch (query) {
                    case CustomerQuery<?> asked -> customers.answer(asked, tenant);
                    case AccountQuery<?> asked -> accounts.answer(asked, tenant);
                    case TransactionQuery<?> asked -> transactions.answer(asked, tenant);
                    case LedgerQuery<?> asked -> ledger.answer(asked, tenant);
                    case RateQuery<?> asked -> rates.answer(asked, tenant);
                    case TenantQuery<?> asked -> tenants.answer(asked, tenant);
                    case RoleQuery<?> asked -> roles.answer(asked, tenant);
                    case UserQuery<?> asked -> users.answer(asked, tenant);
                    default -> throw new IllegalArgumentException("nobody answers " + query.getClass());
                };
    }

    /** Builds the read models from the log beside the live ones and swaps them; queries go on meanwhile. */
    public RebuildReport rebuild(TenantId tenant, Consumer<String> told) {
        return Rebuild.all(owner, program, events, tenant, told);
    }

    /** Builds the read models from the log beside the live ones, compares every row, and drops them again. */
    public CheckReport check(TenantId tenant, Consumer<String> told) {
        return Check.run(owner, program, events, tenant, told);
    }

    @Override
    public void close() {
        follower.close();
    }
}
