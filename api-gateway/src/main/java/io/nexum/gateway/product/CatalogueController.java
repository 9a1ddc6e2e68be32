package io.nexum.gateway.product;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.day.BusinessDates;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.product.CatalogueDiff.Action;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.Parameters;
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
import io.nexum.kernel.product.ProductQuery.GetProduct;
import io.nexum.kernel.product.ProductQuery.ProductView;
import io.nexum.kernel.product.ProductRefusal.CatalogueNotAllowed;
import io.nexum.kernel.product.ProductStatus;
import io.nexum.kernel.product.Recommendation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    private static final int MOST_DAYS = 36_600;
    private static final int USUAL_DAYS = 30;

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
            @PathVariable("product_id") String id,
            @RequestParam("event_type") String event,
            @RequestParam String amount,
            @RequestParam Optional<String> currency,
            Caller caller) {
        ProductView product = queries.ask(new GetProduct(ProductController.product(id)), caller.query());
        var in = new Parameters();
        Currency own = product.conditions().currency();
        currencyMustBe(own, currency, in);
        var kind = in.readRequired("event_type", event, FeesAnswer::event);
        var base = in.readRequired("amount", amount, text -> money(text, own));
        in.check();
        return FeesAnswer.of(product, kind.orElseThrow(), base.orElseThrow());
    }

    @Needs(Permission.VIEW_ACCOUNT)
    @GetMapping("/{product_id}/interest-rate")
    @Operation(summary = "Tell a product's interest rate, and the interest on an amount with the calculation")
    InterestRateAnswer getInterestRate(
            @PathVariable("product_id") String id,
            @RequestParam(name = "risk_score") Optional<String> riskScore,
            @RequestParam Optional<String> amount,
            @RequestParam Optional<String> days,
            @RequestParam Optional<String> from,
            Caller caller) {
        ProductView product = queries.ask(new GetProduct(ProductController.product(id)), caller.query());
        var in = new Parameters();
        LocalDate today = dates.of(caller.tenant());
        var asked = new InterestRateAnswer.Asked(
                in.read(
                        "amount",
                        amount,
                        text -> money(text, product.conditions().currency())),
                in.read("days", days, CatalogueController::days).orElse(USUAL_DAYS),
                in.read("from", from, Forms::date).orElse(today),
                in.read("risk_score", riskScore, CatalogueController::score));
        in.check();
        return InterestRateAnswer.of(product, asked);
    }

    @Needs(Permission.VIEW_CUSTOMER)
    @GetMapping("/recommendations")
    @Operation(summary = "Recommend up to three products to a customer, with reasons")
    RecommendationsAnswer recommendProducts(
            @RequestParam("customer_id") String customer,
            @RequestParam(name = "intended_use") Optional<String> use,
            @RequestParam(name = "initial_deposit") Optional<String> deposit,
            @RequestParam Optional<String> currency,
            Caller caller) {
        var in = new Parameters();
        Currency own = in.read("currency", currency, Forms::currency).orElse(USUAL);
        Optional<Money> paidIn = in.read("initial_deposit", deposit, text -> money(text, own));
        Recommendation.Use wanted = use.map(CatalogueController::use).orElse(Recommendation.Use.ANY);
        Optional<CustomerId> id = in.readRequired("customer_id", customer, Forms.id(CustomerId::of));
        in.check();
        Kyc kyc = queries.ask(new GetCustomer(id.orElseThrow()), caller.query()).kyc();
        KycTier known = kyc.statusAt(caller.at()) == KycStatus.VERIFIED ? kyc.tier() : KycTier.NONE;
        List<ProductView> offered = AllProducts.of(queries, caller.query(), Optional.of(ProductStatus.ACTIVE));
        return RecommendationsAnswer.of(id.orElseThrow(), wanted, Recommendation.best(offered, known, wanted, paidIn));
    }

    /** A use that nobody has heard of is no reason to leave a product out. */
    private static Recommendation.Use use(String word) {
        return Arrays.stream(Recommendation.Use.values())
                .filter(use -> Json.wireName(use).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(Recommendation.Use.ANY);
    }

    private static void currencyMustBe(Currency own, Optional<String> currency, Parameters in) {
        in.read("currency", currency, Forms::currency)
                .filter(other -> other != own)
                .ifPresent(other -> in.wrong("currency", "must be " + own + " as the product's is"));
    }

    private static Money money(String text, Currency currency) {
        if (!text.matches("[0-9]{1,18}(\\.[0-9]{1,4})?")) {
            throw new IllegalArgumentException("must be a plain decimal number, not below zero");
        }
        return Money.of(new BigDecimal(text), currency);
    }

    private static int days(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > MOST_DAYS) {
            throw new IllegalArgumentException("must be a whole number from 0 to " + MOST_DAYS);
        }
        return Integer.parseInt(text);
    }

    private static String score(String text) {
        if (!text.matches("[A-Za-z0-9._+-]{1,40}")) {
            throw new IllegalArgumentException("must be a number or a word of at most 40 characters");
        }
        return text;
    }
}
