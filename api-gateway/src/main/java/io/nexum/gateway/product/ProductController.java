package io.nexum.gateway.product;

import io.nexum.gateway.access.Needs;
import io.nexum.gateway.http.Caller;
import io.nexum.gateway.request.Forms;
import io.nexum.gateway.request.Granted;
import io.nexum.gateway.request.Names;
import io.nexum.gateway.request.NewId;
import io.nexum.gateway.request.Paging;
import io.nexum.gateway.request.Parameters;
import io.nexum.gateway.tenant.Tenants;
import io.nexum.kernel.Commands;
import io.nexum.kernel.Queries;
import io.nexum.kernel.QueryContext;
import io.nexum.kernel.access.Permission;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.ProductCommand;
import io.nexum.kernel.product.ProductCommand.ActivateProduct;
import io.nexum.kernel.product.ProductCommand.ChangeProduct;
import io.nexum.kernel.product.ProductCommand.CreateProduct;
import io.nexum.kernel.product.ProductCommand.RetireProduct;
import io.nexum.kernel.product.ProductCommand.SuspendProduct;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductQuery.FindProductVersions;
import io.nexum.kernel.product.ProductQuery.FindProducts;
import io.nexum.kernel.product.ProductQuery.GetProduct;
import io.nexum.kernel.product.ProductQuery.ProductView;
import io.nexum.kernel.product.ProductStatus;
import io.nexum.kernel.product.ProductType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of what the bank offers, one product at a time. */
@RestController
@RequestMapping("/products")
@Tag(name = "Products")
class ProductController {
    private final Commands commands;
    private final Queries queries;
    private final Tenants tenants;

    ProductController(Commands commands, Queries queries, Tenants tenants) {
        this.commands = commands;
        this.queries = queries;
        this.tenants = tenants;
    }

    @Needs(Permission.CREATE_PRODUCT)
    @PostMapping
    @Operation(
            summary = "Make a product",
            description = "It is active at once if its maker may activate products, unless activate is false.")
    ResponseEntity<ProductAnswer> createProduct(@RequestBody ProductBody body, Caller caller) {
        boolean active = !body.isDraft() && caller.authority().may(Permission.ACTIVATE_PRODUCT);
        var outcome = commands.send(
                new CreateProduct(new ProductId(NewId.next()), withUsualFee(body.conditions(), caller), active),
                Granted.inEarnest(caller).money(Optional.empty(), body));
        return Granted.created(caller, outcome, id -> asItIsNow(id, caller));
    }

    private ProductConditions withUsualFee(ProductConditions asked, Caller caller) {
        Optional<DepositConditions> deposit = asked.deposit();
        return deposit.flatMap(conditions ->
                        tenants.settings(caller.tenant()).overdraftFee().map(conditions::orOverdraftFee))
                .map(asked::with)
                .orElse(asked);
    }

    @Needs(Permission.VIEW_ACCOUNT)
    @GetMapping
    @Operation(summary = "List products")
    ProductAnswer.ProductList findProducts(
            @RequestParam(name = "product_type") Optional<String> type,
            @RequestParam Optional<String> status,
            @RequestParam(name = "product_code") Optional<String> code,
            @ParameterObject Paging paging,
            Caller caller) {
        var in = new Parameters();
        var query = new FindProducts(
                in.read("product_type", type, Forms.word(ProductType.class)),
                in.read("status", status, Forms.word(ProductStatus.class)),
                in.read("product_code", code, text -> text),
                in.checkedPage(paging));
        return ProductAnswer.ProductList.of(queries.ask(query, caller.query()));
    }

    @Needs(Permission.VIEW_ACCOUNT)
    @GetMapping("/{product_id}")
    @Operation(summary = "Get a product as its newest version has it")
    ProductAnswer getProduct(@PathVariable("product_id") String id, Caller caller) {
        return ProductAnswer.of(queries.ask(new GetProduct(product(id)), caller.query()));
    }

    @Needs(Permission.VIEW_ACCOUNT)
    @GetMapping("/{product_id}/versions")
    @Operation(summary = "List a product's versions, the newest first")
    ProductAnswer.VersionList findProductVersions(
            @PathVariable("product_id") String id, @ParameterObject Paging paging, Caller caller) {
        var query = new FindProductVersions(product(id), new Parameters().checkedPage(paging));
        return ProductAnswer.VersionList.of(queries.ask(query, caller.query()));
    }

    @Needs(Permission.MODIFY_PRODUCT)
    @PutMapping("/{product_id}")
    @Operation(
            summary = "Make a new version of a product; what is left out or null stays",
            description = "What was opened under an earlier version keeps that until it is moved.")
    ProductAnswer updateProduct(
            @PathVariable("product_id") String id, @RequestBody ChangeProductBody body, Caller caller) {
        return change(id, body, ChangeProductBody.Null.STAYS, caller);
    }

    @Needs(Permission.MODIFY_PRODUCT)
    @PatchMapping("/{product_id}")
    @Operation(summary = "Make a new version of a product; what is left out stays, what is null goes")
    ProductAnswer patchProduct(
            @PathVariable("product_id") String id, @RequestBody ChangeProductBody body, Caller caller) {
        return change(id, body, ChangeProductBody.Null.GOES, caller);
    }

    private ProductAnswer change(String id, ChangeProductBody body, ChangeProductBody.Null meant, Caller caller) {
        ProductView now = queries.ask(new GetProduct(product(id)), QueryContext.strong(caller.tenant()));
        return become(new ChangeProduct(now.id(), body.on(now.conditions(), meant), now.version()), caller);
    }

    @Needs(Permission.ACTIVATE_PRODUCT)
    @PostMapping("/{product_id}/activate")
    @Operation(summary = "Offer a product, for the first time or again")
    ProductAnswer activateProduct(@PathVariable("product_id") String id, Caller caller) {
        return become(new ActivateProduct(product(id)), caller);
    }

    @Needs(Permission.ACTIVATE_PRODUCT)
    @PostMapping("/{product_id}/suspend")
    @Operation(summary = "Offer a product no longer, until it is activated again")
    ProductAnswer suspendProduct(@PathVariable("product_id") String id, Caller caller) {
        return become(new SuspendProduct(product(id)), caller);
    }

    @Needs(Permission.RETIRE_PRODUCT)
    @PostMapping("/{product_id}/retire")
    @Operation(summary = "Offer a product never again; what was opened under it goes on")
    ProductAnswer retireProduct(@PathVariable("product_id") String id, Caller caller) {
        return become(new RetireProduct(product(id)), caller);
    }

    private ProductAnswer become(ProductCommand<ProductId> command, Caller caller) {
        return asItIsNow(
                commands.send(command, Granted.inEarnest(caller).command()).answer(), caller);
    }

    private ProductAnswer asItIsNow(ProductId id, Caller caller) {
        return ProductAnswer.of(queries.ask(new GetProduct(id), QueryContext.strong(caller.tenant())));
    }

    static ProductId product(String id) {
        return Names.inPath("product", id, ProductId::of);
    }
}
