package io.nexum.command.store.day;

import static io.nexum.command.product.Products.checking;
import static io.nexum.command.product.Products.deposit;
import static io.nexum.command.product.Products.fee;
import static io.nexum.command.product.Products.newId;
import static io.nexum.command.product.Products.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.nexum.command.CommandSettings;
import io.nexum.command.CommandSide;
import io.nexum.command.Story;
import io.nexum.command.TestDatabase;
import io.nexum.command.TestKeys;
import io.nexum.command.WrittenLog;
import io.nexum.command.account.StoryProducts;
import io.nexum.kernel.Command;
import io.nexum.kernel.account.AccountCommand.CloseAccount;
import io.nexum.kernel.account.AccountCommand.MoveToProduct;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.customer.ContactData;
import io.nexum.kernel.customer.CustomerCommand.CreateCustomer;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.KycStatus;
import io.nexum.kernel.day.DayCommand.OpenBusinessDate;
import io.nexum.kernel.day.DayEvent.StepFinished;
import io.nexum.kernel.day.StepCounts;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.DepositConditions.TransactionLimits;
import io.nexum.kernel.product.ProductCommand.CreateProduct;
import io.nexum.kernel.product.ProductFee.Event;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.store.SharedStore;
import io.nexum.kernel.transaction.TransactionCommand.Deposit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Monthly fees as a step of days that are closed. */
class MonthlyFeesDayTest {
    private static final LocalDate JANUARY_30 = LocalDate.of(2024, 1, 30);
    private static final LocalDate JANUARY_31 = LocalDate.of(2024, 1, 31);
    private static final LocalDate MARCH_31 = LocalDate.of(2024, 3, 31);
    private static final DepositConditions FREE = deposit("0.00", TransactionLimits.NONE);
    private static final DepositConditions CHARGING =
            deposit("0.00", TransactionLimits.NONE, fee(Event.MAINTENANCE, "5.00"));

    private final TestDatabase database = TestDatabase.fresh();
    private final HikariDataSource pool = pool(database);
    private final SharedStore store = database.store(pool);
    private CommandSide side = start();
    private final CustomerId customer = customerOnADay();
    private final ProductId free = send(new CreateProduct(newId(), checking(FREE), true));
    private final ProductId charging = send(new CreateProduct(newId(), checking(CHARGING), true));

    @AfterEach
    void stop() {
        side.close();
        pool.close();
    }

    @Test
    void an_account_takes_part_as_long_as_it_is_open_under_a_product_with_monthly_fees() {
        AccountId opened = account(charging, CHARGING);
        AccountId movedIn = account(free, FREE);
        AccountId movedOut = account(charging, CHARGING);
        AccountId closed = account(charging, CHARGING);
        account(free, FREE);
        send(new MoveToProduct(movedIn, Optional.of(charging)));
        send(new MoveToProduct(movedOut, Optional.of(free)));
        send(new CloseAccount(closed, "moved away"));

        close(JANUARY_31);

        assertThat(charged()).isEqualTo(Map.of(opened, 1L, movedIn, 1L));
        assertThat(WrittenLog.of(database).events())
                .contains(new StepFinished(JANUARY_31, "charge_monthly_fees", new StepCounts(2, 2, 0)));
    }

    @Test
    void each_month_is_charged_once_though_the_process_stops_and_days_are_asked_for_again() {
        List<AccountId> accounts = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            AccountId account = account(charging, CHARGING);
            send(new Deposit(account, Story.instruction(usd("100.00"))));
            accounts.add(account);
        }
        side.endOfDay().close(DayBank.TENANT, MARCH_31, "tester");
        side.close();
        side = start();

        close(MARCH_31);
        close(MARCH_31);

        assertThat(charged()).hasSize(accounts.size()).containsKeys(accounts.toArray(AccountId[]::new));
        assertThat(charged().values()).containsOnly(3L);
        WrittenLog.of(database).mustBeSound();
    }

    private void close(LocalDate through) {
        side.endOfDay().close(DayBank.TENANT, through, "tester");
        assertThat(side.endOfDay().await(DayBank.TENANT, Duration.ofSeconds(60)))
                .hasValueSatisfying(run -> assertThat(run.failure()).isEmpty());
        assertThat(side.day(DayBank.TENANT).date()).contains(through.plusDays(1));
    }

    /** How many fees each account has paid. */
    private Map<AccountId, Long> charged() {
        return WrittenLog.of(database).events().stream()
                .filter(AccountDebited.class::isInstance)
                .map(AccountDebited.class::cast)
                .collect(Collectors.groupingBy(AccountDebited::account, Collectors.counting()));
    }

    private CustomerId customerOnADay() {
        send(new OpenBusinessDate(JANUARY_30));
        return send(new CreateCustomer(
                new CustomerId(UUID.randomUUID()),
                new ContactData("Ada", "Lovelace", "ada@example.org", Optional.empty(), Optional.empty()),
                Optional.empty(),
                KycStatus.NONE,
                Map.of()));
    }

    private AccountId account(ProductId product, DepositConditions conditions) {
        return send(StoryProducts.opening(customer, product, 1, StoryProducts.limits(conditions)));
    }

    private <R> R send(Command<R> command) {
        return side.send(command, DayBank.context()).answer();
    }

    private CommandSide start() {
        return CommandSide.start(store, CommandSettings.defaults(), (tenant, position) -> {}, TestKeys.of(store));
    }

    private static HikariDataSource pool(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.program());
        config.setMaximumPoolSize(12);
        return new HikariDataSource(config);
    }
}
