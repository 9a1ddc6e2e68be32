package io.nexum.command;

import io.nexum.command.access.AccessCommands;
import io.nexum.command.access.AccessState;
import io.nexum.command.account.AccountCommands;
import io.nexum.command.account.AccountState;
import io.nexum.command.account.ChargeMonthlyFees;
import io.nexum.command.account.DepositInterest;
import io.nexum.command.apikey.ApiKeyCommands;
import io.nexum.command.apikey.ApiKeyState;
import io.nexum.command.axon.AxonCommandSide;
import io.nexum.command.axon.AxonServerRouting;
import io.nexum.command.customer.CustomerCommands;
import io.nexum.command.customer.CustomerState;
import io.nexum.command.day.BankDay;
import io.nexum.command.day.DayCommands;
import io.nexum.command.day.DayStep;
import io.nexum.command.ledger.LedgerCommands;
import io.nexum.command.loan.CloseLoans;
import io.nexum.command.loan.LoanCommands;
import io.nexum.command.loan.LoanState;
import io.nexum.command.loan.LoansOfCustomer;
import io.nexum.command.login.LoginCommands;
import io.nexum.command.login.LoginState;
import io.nexum.command.product.ProductCommands;
import io.nexum.command.product.ProductState;
import io.nexum.command.rate.RateCommands;
import io.nexum.command.rate.RateState;
import io.nexum.command.role.RoleCommands;
import io.nexum.command.role.RoleState;
import io.nexum.command.store.AppendRejected.AlreadyAnswered;
import io.nexum.command.store.AppendRejected.VersionConflict;
import io.nexum.command.store.IdempotencyExpiry;
import io.nexum.command.store.StoredAnswer;
import io.nexum.command.store.day.EndOfDay;
import io.nexum.command.tenant.TenantAccessCommands;
import io.nexum.command.tenant.TenantAccessState;
import io.nexum.command.tenant.TenantCommands;
import io.nexum.command.tenant.TenantState;
import io.nexum.command.transaction.TransactionCommands;
import io.nexum.command.user.UserCommands;
import io.nexum.command.user.UserState;
import io.nexum.kernel.Command;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import io.nexum.kernel.IdempotencyKey;
import io.nexum.kernel.Refusals;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.TenantId;
import io.nexum.kernel.log.LogListener;
import io.nexum.kernel.privacy.PersonalData;
import io.nexum.kernel.store.Stores;
import io.nexum.kernel.tenant.TenantSettings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The whole side that decides, ready for commands. */
public final class CommandSide implements Commands, AutoCloseable {
    private static final int MOST_TRIES = 50;

    private final AxonCommandSide axon;
    private final IdempotencyExpiry expiry;
    private final EndOfDay endOfDay;
    private final Set<RunningKey> running = ConcurrentHashMap.newKeySet();

    private CommandSide(AxonCommandSide axon, IdempotencyExpiry expiry, Stores stores, List<DayStep<?>> steps) {
        this.axon = axon;
        this.expiry = expiry;
        this.endOfDay = new EndOfDay(axon.dayTools(stores, this, steps, Clock.systemUTC()));
    }

    /**
     * Starts the appender and subscribes every command handler. The tables must be there, see
     * {@link EventStoreSchema#migrate}.
     *
     * @param stores connections with the rights of {@link EventStoreSchema#PROGRAM_ROLE}
     * @param listener told where the log ends after each append
     * @param personal the keys to personal data
     */
    public static CommandSide start(
            Stores stores, CommandSettings settings, LogListener listener, PersonalData personal) {
        return start(stores, settings, tenant -> TenantSettings.NONE, listener, personal);
    }

    /**
     * As {@link #start(Stores, CommandSettings, LogListener, PersonalData)}, for banks with settings of their own.
     *
     * @param tenantSettings what each tenant has set for itself; asked at every command, so it answers from memory
     */
    public static CommandSide start(
            Stores stores,
            CommandSettings settings,
            Function<TenantId, TenantSettings> tenantSettings,
            LogListener listener,
            PersonalData personal) {
        return start(stores, settings, tenantSettings, listener, personal, daySteps(settings));
    }

    /** What is done when a day is closed, in this order. */
    private static List<DayStep<?>> daySteps(CommandSettings settings) {
        // Fees before interest: they count on the day that is closed, and what it bears is then worked out once.
        return List.of(new CloseLoans(settings.loanPolicy()), new ChargeMonthlyFees(), DepositInterest.accrueAndPost());
    }

    /** As above, for banks whose days are closed by steps of their own. */
    public static CommandSide start(
            Stores stores,
            CommandSettings settings,
            Function<TenantId, TenantSettings> tenantSettings,
            LogListener listener,
            PersonalData personal,
            List<DayStep<?>> steps) {
        List<EntityType<?>> types = List.of(
                AccountState.TYPE,
                CustomerState.TYPE,
                LoanState.TYPE,
                RateState.TYPE,
                ProductState.TYPE,
                LedgerCommands.CHART,
                LedgerCommands.ENTRY,
                TenantState.TYPE,
                RoleState.TYPE,
                UserState.TYPE,
                ApiKeyState.TYPE,
                TenantAccessState.TYPE,
                LoginState.TYPE,
                AccessState.TYPE,
                BankDay.TYPE);
        List<CommandHandler<?>> handlers = List.of(
                new AccountCommands(),
                new CustomerCommands(settings.customerRetentionDays(), LoansOfCustomer::open),
                new TransactionCommands(settings.oldestRate()),
                new LedgerCommands(),
                new LoanCommands(),
                new RateCommands(),
                new ProductCommands(),
                new TenantCommands(),
                new RoleCommands(),
                new UserCommands(),
                new ApiKeyCommands(),
                new TenantAccessCommands(),
                new LoginCommands(),
                new AccessCommands(),
                new DayCommands());
        return new CommandSide(
                new AxonCommandSide(stores, settings, tenantSettings, types, handlers, listener, personal),
                new IdempotencyExpiry(stores, settings.idempotencyRetention(), Clock.systemUTC()).start(),
                stores,
                steps);
    }

    @Override
    public <R> Outcome<R> send(Command<R> command, CommandContext context) {
        return context.idempotency().isPresent() && !context.dryRun()
                ? sendOnce(command, context, context.idempotency().get())
                : new Outcome<>(answer(command, execute(command, context)), false);
    }

    /**
     * With an idempotency key nothing is looked up beforehand: the key is taken in the transaction of the events, and a
     * repetition is found by its being taken. A repetition can also be refused, because the first changed the state
     * that it is decided on, so a refusal looks for an earlier answer too.
     */
    private <R> Outcome<R> sendOnce(Command<R> command, CommandContext context, IdempotencyKey key) {
        RunningKey mine = new RunningKey(context.tenant(), key.key());
        if (!running.add(mine)) {
            throw new RefusedException(new Refusals.RequestStillRunning(key.key()));
        }
        try {
            return new Outcome<>(answer(command, execute(command, context)), false);
        } catch (AlreadyAnswered e) {
            return earlier(command, context.tenant(), key, e);
        } catch (RefusedException e) {
            return earlier(command, context.tenant(), key, e);
        } finally {
            running.remove(mine);
        }
    }

    private <R> Outcome<R> earlier(
            Command<R> command, TenantId tenant, IdempotencyKey key, RuntimeException otherwise) {
        Optional<StoredAnswer> stored = Optional.ofNullable(
                axon.reader().answers(tenant, List.of(key.key())).get(key.key()));
        return new Outcome<>(answer(command, stored.orElseThrow(() -> otherwise).to(key)), true);
    }

    /** Decides anew as long as others are faster, within bounds. */
    private Object execute(Command<?> command, CommandContext context) {
        String contended = "";
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                return axon.execute(command, context);
            } catch (VersionConflict e) {
                contended = e.stream().value();
            } catch (AlreadyAnswered e) {
                if (isOwnKey(context, e)) {
                    throw e;
                }
                // A line of a bulk was answered meanwhile: next time it is known.
                contended = "an idempotency key";
            }
        }
        throw new RefusedException(new Refusals.TooMuchContention(contended));
    }

    private static boolean isOwnKey(CommandContext context, AlreadyAnswered answered) {
        return context.idempotency()
                .filter(key -> key.key().equals(answered.key()))
                .isPresent();
    }

    @SuppressWarnings({"unchecked", "unused"}) // each handler answers what its command declares
    private static <R> R answer(Command<R> command, Object answer) {
        return (R) answer;
    }

    /**
     * The same commands, sent through Axon Server so that those of one entity meet at one node.
     *
     * @param servers {@code host:port}, several with commas
     */
    public AxonServerRouting routedBy(String servers) {
        return AxonServerRouting.connect(servers, this, axon.commands());
    }

    /**
     * The bank's day: its business date and its calendar. From memory; what another process has moved is seen a quarter
     * of a second later at most.
     */
    public BankDay day(TenantId tenant) {
        return axon.days().of(tenant).state();
    }

    /** What closes the banks' days. */
    public EndOfDay endOfDay() {
        return endOfDay;
    }

    /** Whether commands are taken and appended. */
    public boolean isAlive() {
        return axon.appenders().areAlive();
    }

    /** How many commands wait for the appender. */
    public int queued() {
        return axon.appenders().queued();
    }

    @Override
    public void close() {
        endOfDay.close();
        expiry.close();
        axon.close();
    }

    private record RunningKey(TenantId tenant, String key) {}
}
