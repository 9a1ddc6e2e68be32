package io.nexum.gateway.loan;

import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.NewId;
import io.nexum.gateway.tenant.Tenants;
import io.nexum.kernel.PageRequest;
import io.nexum.kernel.Queries;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.calendar.HolidayCalendar;
import io.nexum.kernel.loan.LoanCommand.ApplyForLoan;
import io.nexum.kernel.loan.LoanId;
import io.nexum.kernel.loan.LoanRefusal;
import io.nexum.kernel.loan.LoanTerms;
import io.nexum.kernel.loan.servicing.LoanAgreement;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.LoanConditions;
import io.nexum.kernel.product.ProductQuery.FindProducts;
import io.nexum.kernel.product.ProductQuery.GetProduct;
import io.nexum.kernel.product.ProductQuery.ProductView;
import io.nexum.kernel.product.ProductType;
import io.nexum.kernel.product.ProductVersion;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes an application of what was asked for, with what the product and the bank say wherever nothing was sent. */
@Component
final class LoanOpening {
    private static final int USUAL_GRACE_DAYS = 10;

    private final Queries queries;
    private final Tenants tenants;
    private final BusinessDates dates;

    LoanOpening(Queries queries, Tenants tenants, BusinessDates dates) {
        this.queries = queries;
        this.tenants = tenants;
        this.dates = dates;
    }

    ApplyForLoan command(CreateLoanBody body, Caller caller) {
        Optional<ProductView> product = product(body, caller);
        LoanAgreement agreement = agreement(
                body.terms(), product.flatMap(view -> view.conditions().loan()), caller);
        return new ApplyForLoan(
                new LoanId(NewId.next()),
                body.customerId(),
                agreement,
                product.map(view -> new ProductVersion(view.id(), view.version())),
                body.purpose(),
                body.collateralDescription(),
                originates(body, agreement.terms().principal(), caller));
    }

    private Optional<ProductView> product(CreateLoanBody body, Caller caller) {
        if (body.productId().isPresent()) {
            ProductView product = queries.ask(new GetProduct(body.productId().get()), caller.query());
            if (product.conditions().loan().isEmpty()) {
                throw new RefusedException(
                        new InvalidValue("product_id", "product_id names a product that is no loan"));
            }
            return Optional.of(product);
        }
        return body.productCode().map(code -> {
            var named = new FindProducts(
                    Optional.of(ProductType.LOAN), Optional.empty(), Optional.of(code), new PageRequest(0, 1));
            return queries.ask(named, caller.query()).items().stream()
                    .findFirst()
                    .orElseThrow(() -> new RefusedException(
                            new InvalidValue("product_code", "product_code names no loan product: " + code)));
        });
    }

    private LoanAgreement agreement(LoanOrderTerms asked, Optional<LoanConditions> product, Caller caller) {
        LoanTermsFields fields = product.map(asked.schedule()::or).orElse(asked.schedule());
        LocalDate start = asked.disbursementDate().orElseGet(() -> fields.start(dates.of(caller.tenant())));
        HolidayCalendar calendar = fields.movesPayments() ? dates.calendar(caller.tenant()) : HolidayCalendar.EVERY_DAY;
        LoanTerms terms = fields.terms(start, calendar, LoanOrderTerms.WITHIN);
        int usualGrace = tenants.settings(caller.tenant()).graceDays().orElse(USUAL_GRACE_DAYS);
        return asked.agreement().agreement(terms, product, usualGrace);
    }

    /** Who may approve so much agrees on it at once; what others ask for waits for approval. */
    private static boolean originates(CreateLoanBody body, Money principal, Caller caller) {
        boolean mayApprove = caller.authority().may(Permission.APPROVE_LOAN);
        if (body.originate().orElse(false) && !mayApprove) {
            throw new RefusedException(new LoanRefusal.OriginationNotAllowed());
        }
        return body.originate()
                .orElse(mayApprove && caller.authority().approvals().allows(principal));
    }
}
