package io.nexum.gateway.openapi;

import io.nexum.gateway.http.Problem;
import io.nexum.kernel.Refusal;
import io.nexum.kernel.account.AccountRefusal;
import io.nexum.kernel.apikey.ApiKeyRefusal;
import io.nexum.kernel.customer.CustomerRefusal;
import io.nexum.kernel.day.DayRefusal;
import io.nexum.kernel.ledger.LedgerRefusal;
import io.nexum.kernel.loan.LoanRefusal;
import io.nexum.kernel.login.LoginRefusal;
import io.nexum.kernel.product.ProductRefusal;
import io.nexum.kernel.rate.RateRefusal;
import io.nexum.kernel.role.RoleRefusal;
import io.nexum.kernel.tenant.TenantRefusal;
import io.nexum.kernel.transaction.TransactionRefusal;
import io.nexum.kernel.user.UserRefusal;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/** Which refusals the commands of a room can meet, taken from the contexts' own sealed interfaces. */
final class RefusalTypes {
    /** The contexts whose rules are asked, by the tag of the room's operations. */
    private static final Map<String, List<Class<? extends Refusal>>> CONTEXTS = Map.ofEntries(
            Map.entry("Accounts", List.of(AccountRefusal.class, CustomerRefusal.class, ProductRefusal.class)),
            Map.entry("API keys", List.of(ApiKeyRefusal.class)),
            Map.entry("Customers", List.of(CustomerRefusal.class)),
            Map.entry(
                    "Holds",
                    List.of(AccountRefusal.class, TransactionRefusal.class, CustomerRefusal.class, RateRefusal.class)),
            Map.entry("Interest", List.of(AccountRefusal.class, ProductRefusal.class, DayRefusal.class)),
            Map.entry("Ledger", List.of(LedgerRefusal.class)),
            Map.entry(
                    "Loans",
                    List.of(
                            LoanRefusal.class,
                            AccountRefusal.class,
                            CustomerRefusal.class,
                            ProductRefusal.class,
                            TransactionRefusal.class)),
            Map.entry("Login", List.of(LoginRefusal.class, UserRefusal.class)),
            Map.entry("Products", List.of(ProductRefusal.class)),
            Map.entry("Rates", List.of(RateRefusal.class)),
            Map.entry("Tenants", List.of(TenantRefusal.class, UserRefusal.class)),
            Map.entry("The bank's day", List.of(DayRefusal.class)),
            Map.entry(
                    "Transactions",
                    List.of(
                            AccountRefusal.class,
                            TransactionRefusal.class,
                            CustomerRefusal.class,
                            ProductRefusal.class,
                            RateRefusal.class)),
            Map.entry("Users and roles", List.of(UserRefusal.class, RoleRefusal.class, LoginRefusal.class)));

    /** What one line of many can be refused for. */
    private static final List<Refusal.Kind> OF_LINES = List.of(
            Refusal.Kind.RULE,
            Refusal.Kind.INVALID,
            Refusal.Kind.NOT_FOUND,
            Refusal.Kind.CONFLICT,
            Refusal.Kind.FORBIDDEN);

    /** @param name as the last part of a problem's type */
    record RefusalType(String name, HttpStatus status) {}

    private RefusalTypes() {}

    static Stream<RefusalType> ofRoom(String tag) {
        return CONTEXTS.getOrDefault(tag, List.of()).stream().flatMap(RefusalTypes::of);
    }

    static Stream<RefusalType> of(Class<?> refusals) {
        if (refusals.isSealed()) {
            return Arrays.stream(refusals.getPermittedSubclasses()).flatMap(RefusalTypes::of);
        }
        Class<? extends Refusal> refusal = refusals.asSubclass(Refusal.class);
        return saysOfAnother(refusal)
                ? OF_LINES.stream().map(kind -> new RefusalType(Refusal.typeOf(refusal), Problem.statusOf(kind)))
                : Stream.of(typeOf(refusal));
    }

    /** As that of one line of many, which is of the kind that the line's is. */
    private static boolean saysOfAnother(Class<? extends Refusal> refusal) {
        return Arrays.stream(refusal.getRecordComponents())
                .anyMatch(component -> Refusal.class.isAssignableFrom(component.getType()));
    }

    /** A refusal's kind and type hang on its class alone, so one of nothing tells them. */
    private static RefusalType typeOf(Class<? extends Refusal> refusal) {
        try {
            RecordComponent[] components = refusal.getRecordComponents();
            Constructor<? extends Refusal> constructor = refusal.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            Refusal one = constructor.newInstance(Arrays.stream(components)
                    .map(component -> Array.get(Array.newInstance(component.getType(), 1), 0))
                    .toArray());
            return new RefusalType(one.type(), Problem.statusOf(one.kind()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(refusal.getName(), e);
        }
    }
}
