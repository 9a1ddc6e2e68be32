package io.nexum.gateway.product;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.product.CatalogueDiff.Action;
import io.nexum.gateway.request.Amount;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.ValidationErrors;
import io.nexum.gateway.request.YamlText;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.customer.CustomerId;
import io.nexum.kernel.customer.CustomerQuery.GetCustomer;
import io.nexum.kernel.customer.Kyc;
import io.nexum.kernel.customer.KycStatus;
import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.money.Currency;
import io.nexum.kernel.money.Money;
import io.nexum.kernel.product.ProductCommand.ApplyCatalogue;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductQuery.GetProduct;
import io.nexum.kernel.product.ProductQuery.ProductView;
import io.nexum.kernel.product.ProductRefusal.CatalogueNotAllowed;
import io.nexum.kernel.product.ProductStatus;
import io.nexum.kernel.product.Recommendation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.validator.constraints.Range;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue as a whole, and what its products come to. */
@RestController
@RequestMapping("/products")
@Tag(name = "Products")
class CatalogueController {
    private static final Currency USUAL = Currency.of("USD");
    static final int MOST_DAYS = 36_600;
    private static final int USUAL_DAYS = 30;
    static final String SCORE = "must be a number or a word of at most 40 characters";

    private final Commands commands;
    private final Queries queries;
    private final BusinessDates dates;

    CatalogueController(Commands commands, Queries queries, BusinessDates dates) {
        this.commands = commands;
        this.queries = queries;
        this.dates = dates;
    }

    @Needs(Permission.VIEW_ACCOUNT)
    @GetMapping("/catalogue")
    @Operation(summary = "Export all products as YAML")
    ResponseEntity<String> exportCatalogue(Caller caller) {
        List<CatalogueEntryAnswer> products = AllProducts.of(queries, caller.query(), Optional.empty()).stream()
                .map(CatalogueEntryAnswer::of)
                .toList();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_YAML)
                .body(YamlText.of(new CatalogueEntryAnswer.Catalogue(products)));
    }

    @Needs(Permission.CREATE_PRODUCT)
    @PostMapping("/catalogue")
    @Operation(
            summary = "Take over products from YAML or JSON, all or none, and tell what changes",
            description = "Products are found by product_id, else by product_code. Those that are left out stay. With"
                    + " dry_run=true nothing is written.")
    ResponseEntity<CatalogueAnswer> importCatalogue(@RequestBody CatalogueBody body, Caller caller) {
        List<ProductView> there = AllProducts.of(queries, QueryContext.strong(caller.tenant()), Optional.empty());
        CatalogueDiff diff = CatalogueDiff.of(body.products(), there);
        mustBeAllowed(diff, caller);
        var outcome = commands.send(new ApplyCatalogue(diff.entries()), caller.command());
        return Granted.ok(caller, outcome, applied -> CatalogueAnswer.of(diff, caller.dryRun()));
    }

    /** What the import does must be open to its sender one by one, too. */
    private static void mustBeAllowed(CatalogueDiff diff, Caller caller) {
        if (diff.count(Action.CHANGE) > 0) {
            must(Permission.MODIFY_PRODUCT, caller);
        }
        for (CatalogueDiff.Line line : diff.lines()) {
            boolean becomes = line.action() == Action.CREATE
                    || line.fields().stream().anyMatch(field -> field.field().equals("status"));
            ProductStatus status = line.entry().status();
            if (becomes && status == ProductStatus.RETIRED) {
                must(Permission.RETIRE_PRODUCT, caller);
            } else if (becomes && status != ProductStatus.DRAFT) {
                must(Permission.ACTIVATE_PRODUCT, caller);
            }
        }
    }

    private static void must(Permission permission, Caller caller) {
        if (!caller.authority().may(permission)) {
            throw new RefusedException(new CatalogueNotAllowed(permission));
        }
    }

    @Needs(Permission.VIEW_ACCOUNT)
    @GetMapping("/{product_id}/fees")
    @Operation(summary = "Tell what a product charges for something, with the calculation")
    FeesAnswer calculateFees(
            @PathVariable("product_id") ProductId id,
            @RequestParam("event_type")
                    @Pattern(regexp = "[A-Za-z_]{1,40}", message = "must be a word as in transaction")
                    String event,
            @RequestParam @PositiveOrZero Amount amount,
            @RequestParam Optional<Currency> currency,
            Caller caller) {
        ProductView product = queries.ask(new GetProduct(id), caller.query());
        Currency own = product.conditions().currency();
        ValidationErrors errors = new ValidationErrors();
        if (currency.filter(other -> other != own).isPresent()) {
            errors.reject("currency", "must be " + own + " as the product's is");
        }
        Optional<Money> base = amount.in(own, errors.at("amount"));
        errors.raise();
        return FeesAnswer.of(product, FeesAnswer.event(event), base.orElseThrow());
    }

    @Needs(Permission.VIEW_ACCOUNT)
    @GetMapping("/{product_id}/interest-rate")
    @Operation(summary = "Tell a product's interest rate, and the interest on an amount with the calculation")
    InterestRateAnswer getInterestRate(
            @PathVariable("product_id") ProductId id,
            @RequestParam(name = "risk_score")
                    Optional<@Pattern(regexp = "[A-Za-z0-9._+-]{1,40}", message = SCORE) String> riskScore,
            @RequestParam Optional<@PositiveOrZero Amount> amount,
            @RequestParam Optional<@Range(min = 0, max = MOST_DAYS) Integer> days,
            @RequestParam Optional<LocalDate> from,
            Caller caller) {
        ProductView product = queries.ask(new GetProduct(id), caller.query());
        ValidationErrors errors = new ValidationErrors();
        Optional<Money> base = money(amount, product.conditions().currency(), errors.at("amount"));
        errors.raise();
        var asked = new InterestRateAnswer.Asked(
                base, days.orElse(USUAL_DAYS), from.orElseGet(() -> dates.of(caller.tenant())), riskScore);
        return InterestRateAnswer.of(product, asked);
    }

    @Needs(Permission.VIEW_CUSTOMER)
    @GetMapping("/recommendations")
    @Operation(summary = "Recommend up to three products to a customer, with reasons")
    RecommendationsAnswer recommendProducts(
            @RequestParam("customer_id") CustomerId customer,
            @RequestParam(name = "intended_use") Optional<@Size(max = 100) String> use,
            @RequestParam(name = "initial_deposit") Optional<@PositiveOrZero Amount> deposit,
            @RequestParam Optional<Currency> currency,
            Caller caller) {
        ValidationErrors errors = new ValidationErrors();
        Optional<Money> paidIn = money(deposit, currency.orElse(USUAL), errors.at("initial_deposit"));
        errors.raise();
        Recommendation.Use wanted = use.map(CatalogueController::use).orElse(Recommendation.Use.ANY);
        Kyc kyc = queries.ask(new GetCustomer(customer), caller.query()).kyc();
        KycTier known = kyc.statusAt(caller.at()) == KycStatus.VERIFIED ? kyc.tier() : KycTier.NONE;
        List<ProductView> offered = AllProducts.of(queries, caller.query(), Optional.of(ProductStatus.ACTIVE));
        return RecommendationsAnswer.of(customer, wanted, Recommendation.best(offered, known, wanted, paidIn));
    }

    /** A use that nobody has heard of is no reason to leave a product out. */
    private static Recommendation.Use use(String word) {
        return Arrays.stream(Recommendation.Use.values())
                .filter(use -> Json.wireName(use).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(Recommendation.Use.ANY);
    }

    private static Optional<Money> money(Optional<Amount> sent, Currency own, ValidationErrors errors) {
        return sent.flatMap(amount -> amount.in(own, errors));
    }
}
