package io.nexum.command.account;

import static io.nexum.command.product.Products.checking;
import static io.nexum.command.product.Products.newId;

import io.nexum.command.Story;
import io.nexum.kernel.DomainEvent;
import io.nexum.kernel.account.AccountCommand.OpenAccount;
import io.nexum.kernel.account.AccountEvent.AccountDebited;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.ProductCommand.CreateProduct;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductVersion;
import java.util.List;
import java.util.Optional;

/** Products in a story, and accounts under them. */
public final class StoryProducts {
    private final Story story;

    StoryProducts(Story story) {
        this.story = story;
    }

    ProductId offer(ProductConditions conditions) {
        return story.send(new CreateProduct(newId(), conditions, true));
    }

    AccountId account(DepositConditions conditions) {
        ProductId product = offer(checking(conditions));
        return story.send(opening(story.customer(), product, 1, limits(conditions)));
    }

    public static AccountLimits limits(DepositConditions product) {
        return new AccountLimits(
                product.minimumBalance(),
                product.overdraftLimit(),
                product.limits().dailyTransaction(),
                product.limits().monthlyTransaction(),
                product.lowBalanceAlert());
    }

    public static OpenAccount opening(CustomerId customer, ProductId product, int version, AccountLimits limits) {
        OpenAccount plain = Story.opening(customer, limits);
        return new OpenAccount(
                plain.account(),
                customer,
                plain.productType(),
                plain.productCode(),
                plain.currency(),
                plain.name(),
                plain.accountNumber(),
                plain.timeZone(),
                limits,
                plain.metadata(),
                Optional.of(new ProductVersion(product, version)),
                Optional.empty());
    }

    static List<Money> fees(List<DomainEvent> events) {
        return events.stream()
                .filter(event -> event instanceof AccountDebited debited
                        && debited.movement().metadata().containsKey(AccountTerms.FEE))
                .map(event -> ((AccountDebited) event).movement().amount())
                .toList();
    }
}
