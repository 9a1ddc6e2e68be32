import com.fasterxml.jackson.annotation.JsonFormat;
import io.nexum.client.api.AccountsApi;
import io.nexum.client.api.CustomersApi;
import io.nexum.client.api.LedgerApi;
import io.nexum.client.api.LoansApi;
import io.nexum.client.api.LoginApi;
import io.nexum.client.api.ProductsApi;
import io.nexum.client.api.RatesApi;
import io.nexum.client.api.TransactionsApi;
import io.nexum.client.api.UsersAndRolesApi;
import io.nexum.client.invoker.ApiClient;
import io.nexum.client.invoker.ApiException;
import io.nexum.client.model.AccountAnswer;
import io.nexum.client.model.AccountMoneyBody;
import io.nexum.client.model.AccountType;
import io.nexum.client.model.CreateCustomerBody;
import io.nexum.client.model.CreateLoanBody;
import io.nexum.client.model.CustomerAnswer;
import io.nexum.client.model.DisburseLoanBody;
import io.nexum.client.model.KycBody;
import io.nexum.client.model.KycStatus;
import io.nexum.client.model.KycTier;
import io.nexum.client.model.LoanOrderTerms;
import io.nexum.client.model.LoanResource;
import io.nexum.client.model.LoginBody;
import io.nexum.client.model.Money;
import io.nexum.client.model.OpenAccountBody;
import io.nexum.client.model.PaymentOnLoanBody;
import io.nexum.client.model.Problem;
import io.nexum.client.model.TransferBody;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/** A working day with the generated client and nothing else. Answers what it has seen, by the names of the test. */
public final class Scenario implements BiFunction<URI, String, Map<String, String>> {
    private final Map<String, String> seen = new LinkedHashMap<>();

    @Override
    public Map<String, String> apply(URI bank, String password) {
        try {
            play(loggedIn(bank, password));
            return seen;
        } catch (Exception e) {
            throw new IllegalStateException(e instanceof ApiException a ? a.getCode() + a.getResponseBody() : "" + e, e);
        }
    }

    private static ApiClient loggedIn(URI bank, String password) throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(bank.toString());
        // Amounts travel as texts, which no reader on the way can round.
        client.getObjectMapper()
                .configOverride(BigDecimal.class)
                .setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
        var login = new LoginApi(client).login(new LoginBody().username("admin").password(password));
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + login.getAccessToken()));
        return client;
    }

    private void play(ApiClient client) throws Exception {
        CustomersApi customers = new CustomersApi(client);
        CustomerAnswer alice = customers.createCustomer(
                new CreateCustomerBody()
                        .firstName("Alice")
                        .lastName("Johnson")
                        .email("alice@example.com")
                        .putMetadataItem("segment", Map.of("vip", true, "since", 2019)),
                null);
        String id = alice.getCustomerId().toString();
        customers.updateKyc(id, new KycBody().status(KycStatus.VERIFIED).tier(KycTier.TIER_2));
        seen.put("metadata", customers.getCustomer(id, null).getMetadata().toString());

        AccountsApi accounts = new AccountsApi(client);
        AccountAnswer everyday = open(accounts, alice, "Everyday");
        AccountAnswer savings = open(accounts, alice, "Savings");
        TransactionsApi transactions = new TransactionsApi(client);
        AccountMoneyBody payroll = new AccountMoneyBody()
                .accountId(everyday.getAccountId())
                .amount(usd("1000.00"))
                .description("Payroll");
        transactions.deposit(payroll, "payroll-1", null);
        transactions.deposit(payroll, "payroll-1", null);
        transactions.transfer(transfer(everyday, savings, "250.00"), "to-savings", null);
        seen.put("everyday", balance(accounts, everyday));
        seen.put("savings", balance(accounts, savings));

        lend(client, alice, everyday);
        seen.put("refusal", refusal(client, transactions, transfer(savings, everyday, "9999.00")));
        list(client, customers, accounts, transactions);
    }

    private void lend(ApiClient client, CustomerAnswer alice, AccountAnswer everyday) throws ApiException {
        LoansApi loans = new LoansApi(client);
        LocalDate start = LocalDate.now().minusMonths(1);
        LoanResource made = loans.createLoan(
                new CreateLoanBody()
                        .customerId(alice.getCustomerId())
                        .currency("USD")
                        .terms(new LoanOrderTerms()
                                .principalAmount(usd("1200.00"))
                                .annualInterestRate(new BigDecimal("0.12"))
                                .termMonths(12)
                                .disbursementDate(start)
                                .firstPaymentDate(start.plusMonths(1))),
                null);
        String loan = made.getLoanId().toString();
        loans.disburseLoan(loan, everyday.getAccountId().toString(), null, new DisburseLoanBody().disbursementDate(start));
        loans.payLoan(loan, new PaymentOnLoanBody().amount(usd("106.62")), null);
        LoanResource now = loans.getLoan(loan, null, null);
        seen.put("loan", now.getState() + " of " + now.getTerms().getPrincipalAmount().getAmount());
        seen.put("plan", String.valueOf(loans.getLoanSchedule(loan, null, null).getSchedule().size()));
        seen.put("loans", String.valueOf(loans.findLoans(null, null, null, null, null, null, null, null).getTotal()));
    }

    /** What is refused comes as an exception, and its body as the problem that the document describes. */
    private static String refusal(ApiClient client, TransactionsApi transactions, TransferBody tooMuch) throws Exception {
        try {
            transactions.transfer(tooMuch, null, null);
            return "granted";
        } catch (ApiException e) {
            Problem problem = client.getObjectMapper().readValue(e.getResponseBody(), Problem.class);
            return problem.getStatus() + " " + problem.getType();
        }
    }

    private void list(ApiClient client, CustomersApi customers, AccountsApi accounts, TransactionsApi transactions)
            throws ApiException {
        seen.put("customers", count(customers.findCustomers(null, null, null, null, null, null).getTotal()));
        seen.put("accounts", count(accounts.findAccounts(null, null, null, 0, 1, null).getTotal()));
        seen.put("transactions", count(transactions
                .findAccountTransactions(open(accounts, customers), null, null, null)
                .getTotal()));
        seen.put("products", count(new ProductsApi(client).findProducts(null, null, null, null, null, null).getTotal()));
        seen.put("rates", count(new RatesApi(client).findRates(null, null, null, null, null).getTotal()));
        seen.put("roles", new UsersAndRolesApi(client).listRoles(null, null, null).getTotal() > 0 ? "some" : "none");
        seen.put("books", String.valueOf(new LedgerApi(client).getTrialBalance(null, null, null, null).getBalanced()));
    }

    private static String open(AccountsApi accounts, CustomersApi customers) throws ApiException {
        return accounts.findAccounts(null, null, null, null, null, null)
                .getAccounts()
                .getFirst()
                .getAccountId()
                .toString();
    }

    private static AccountAnswer open(AccountsApi accounts, CustomerAnswer holder, String name) throws ApiException {
        return accounts.openAccount(
                new OpenAccountBody()
                        .customerId(holder.getCustomerId())
                        .productType(AccountType.CHECKING)
                        .currency("USD")
                        .name(name),
                null);
    }

    private static TransferBody transfer(AccountAnswer from, AccountAnswer to, String amount) {
        return new TransferBody()
                .fromAccountId(from.getAccountId())
                .toAccountId(to.getAccountId())
                .amount(usd(amount))
                .description("Between my own");
    }

    private static String balance(AccountsApi accounts, AccountAnswer account) throws ApiException {
        return accounts.getBalance(account.getAccountId().toString(), null, null).getLedgerBalance().getAmount().toPlainString();
    }

    private static Money usd(String amount) {
        return new Money().amount(new BigDecimal(amount)).currency("USD");
    }

    private static String count(Long total) {
        return String.valueOf(total);
    }
}
