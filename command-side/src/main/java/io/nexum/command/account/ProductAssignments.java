package io.nexum.command.account;

import io.nexum.command.Workspace;
import io.nexum.command.customer.CustomerRules;
import io.nexum.command.customer.CustomerState;
import io.nexum.command.customer.CustomerState.Known;
import io.nexum.command.product.ProductRules;
import io.nexum.command.product.ProductState;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.account.AccountCommand.MoveToProduct;
import io.nexum.kernel.account.AccountCommand.OpenAccount;
import io.nexum.kernel.account.AccountEvent;
import io.nexum.kernel.account.AccountEvent.ProductAssigned;
import io.nexum.kernel.account.AccountId;
import io.nexum.kernel.account.AccountLimits;
import io.nexum.kernel.account.AccountRefusal;
import io.nexum.kernel.account.AccountStatus;
import io.nexum.kernel.account.InterestAgreement;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.GlRole;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductVersion;
import java.util.List;
import java.util.Optional;

/** Putting an account under a product, at its opening or later. */
final class ProductAssignments {
    private ProductAssignments() {}

    /** The product that an account is opened under, which must be offered, and in the version that was looked at. */
    static Optional<ProductState.Known> loadedFor(OpenAccount command, Workspace work) {
        return command.product()
                .map(wanted -> ProductRules.mustBeOfferedAs(
                        wanted,
                        work.load(ProductState.TYPE, ProductState.streamOf(wanted.product())),
                        command.productType().ofProducts(),
                        command.currency()));
    }

    static void assign(OpenAccount command, Known customer, ProductState.Known product, Workspace work) {
        DepositConditions conditions = deposit(product);
        mustBeKnownWellEnough(product, command.customer(), customer, work);
        OpeningRules.mustBeWithin(conditions, command.limits());
        work.record(new ProductAssigned(
                command.account(), product.version(), conditions, command.limits(), work.bookingDate()));
    }

    static AccountId move(MoveToProduct command, Workspace work) {
        OpenedAccount account = AccountCommands.load(command.account(), work);
        CustomerState holder = work.load(CustomerState.TYPE, CustomerState.TYPE.stream(account.customer()));
        ProductId wanted = command.product()
                .or(() -> account.terms().map(AccountTerms::product).map(ProductVersion::product))
                .orElseThrow(() -> new RefusedException(new AccountRefusal.NoProduct(account.id())));
        ProductState.Known product = ProductRules.mustBeOffered(
                wanted,
                work.load(ProductState.TYPE, ProductState.streamOf(wanted)),
                account.productType().ofProducts(),
                account.currency());
        if (account.status() == AccountStatus.CLOSED) {
            throw new RefusedException(new AccountRefusal.AccountNotActive(account.id(), account.status()));
        }
        if (account.terms()
                .filter(terms -> terms.product().equals(product.version()))
                .isPresent()) {
            return account.id();
        }
        Known customer = CustomerRules.mustBeActive(account.customer(), holder);
        mustBeKnownWellEnough(product, account.customer(), customer, work);
        DepositConditions conditions = deposit(product);
        AccountLimits limits = carriedOver(account, conditions);
        OpeningRules.mustAllowOverdraft(limits, work.settings());
        List<AccountEvent> interest = InterestAgreements.agree(
                account,
                new InterestAgreement(work.bookingDate(), conditions.interest(), conditions.glAccounts()),
                work);
        mustKeepItsBooks(InterestAgreements.after(account, interest), conditions);
        work.recordAll(interest);
        work.record(new ProductAssigned(account.id(), product.version(), conditions, limits, work.bookingDate()));
        ChargeMonthlyFees.enrol(account.id(), account, work);
        return account.id();
    }

    private static DepositConditions deposit(ProductState.Known product) {
        return product.conditions()
                .deposit()
                .orElseThrow(() -> new RefusedException(
                        new InvalidValue("product_id", "the product has no terms for an account; it is for loans")));
    }

    private static void mustBeKnownWellEnough(
            ProductState.Known product, CustomerId id, Known customer, Workspace work) {
        KycTier tier = product.conditions().kycTierRequired();
        // Whoever has not been asked yet is of the lowest tier.
        if (tier.compareTo(KycTier.TIER_0) > 0) {
            CustomerRules.mustBeKnownAs(tier, id, customer, work.at());
        }
    }

    private static void mustKeepItsBooks(OpenedAccount account, DepositConditions conditions) {
        GlCode usual = AccountPostings.controlAccountOf(account.productType());
        GlCode then = conditions.glAccounts().of(GlRole.CUSTOMER_BALANCES, usual);
        if (!then.equals(account.controlAccount()) && !account.balance().isZero()) {
            throw new RefusedException(new AccountRefusal.OtherControlAccount(account.id()));
        }
    }

    /** What was agreed with the holder alone stays where the new product allows it; the rest is as the product has it. */
    private static AccountLimits carriedOver(OpenedAccount account, DepositConditions now) {
        AccountLimits own = account.limits();
        Optional<DepositConditions> before = account.terms().map(AccountTerms::conditions);
        boolean ownMinimum = isOwn(before.map(DepositConditions::minimumBalance), Optional.of(own.minimumBalance()))
                && own.minimumBalance().isMoreThan(now.minimumBalance());
        boolean ownOverdraft = isOwn(before.map(DepositConditions::overdraftLimit), Optional.of(own.overdraftLimit()))
                && own.overdraftLimit().isLessThan(now.overdraftLimit());
        return new AccountLimits(
                ownMinimum ? own.minimumBalance() : now.minimumBalance(),
                ownOverdraft ? own.overdraftLimit() : now.overdraftLimit(),
                narrower(
                        before.flatMap(terms -> terms.limits().dailyTransaction()),
                        own.daily(),
                        now.limits().dailyTransaction()),
                narrower(
                        before.flatMap(terms -> terms.limits().monthlyTransaction()),
                        own.monthly(),
                        now.limits().monthlyTransaction()),
                isOwn(before.flatMap(DepositConditions::lowBalanceAlert), own.lowBalanceAlert())
                        ? own.lowBalanceAlert()
                        : now.lowBalanceAlert());
    }

    private static boolean isOwn(Optional<Money> products, Optional<Money> accounts) {
        return accounts.isPresent() && !accounts.equals(products);
    }

    private static Optional<Money> narrower(Optional<Money> before, Optional<Money> own, Optional<Money> now) {
        boolean stays =
                isOwn(before, own) && (now.isEmpty() || own.orElseThrow().isLessThan(now.get()));
        return stays ? own : now;
    }
}
