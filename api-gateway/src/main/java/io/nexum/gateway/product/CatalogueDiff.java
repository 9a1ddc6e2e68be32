package io.nexum.gateway.product;

import io.nexum.gateway.request.NewId;
import io.nexum.kernel.Refusals.InvalidValue;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.json.Json;
import io.nexum.kernel.product.CatalogueEntry;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductQuery.ProductView;
import io.nexum.kernel.product.ProductStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What a catalogue would change of the products that are there. */
record CatalogueDiff(List<Line> lines) {
    /** What becomes of one product. */
    enum Action {
        CREATE,
        CHANGE,
        NONE
    }

    /** A field that becomes another; what is absent is not there before, or not after. */
    record Changed(String field, Optional<Object> before, Optional<Object> after) {}

    /** @param fields that change, a new product's aside */
    record Line(Action action, CatalogueEntry entry, List<Changed> fields) {}

    /**
     * Compares by the product's id, else by its code. A new product keeps the id that it comes with.
     *
     * @throws RefusedException if two products of the catalogue are one
     */
    static CatalogueDiff of(List<ProductBody> wanted, List<ProductView> there) {
        Set<ProductId> met = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (ProductBody body : wanted) {
            Optional<ProductView> known = there.stream()
                    .filter(product ->
                            body.productId().filter(product.id()::equals).isPresent())
                    .findFirst()
                    .or(() -> there.stream()
                            .filter(product -> product.conditions().code().isPresent()
                                    && product.conditions()
                                            .code()
                                            .equals(body.conditions().code()))
                            .findFirst());
            Line line = known.map(product -> compared(body, product)).orElseGet(() -> created(body));
            if (!met.add(line.entry.product())) {
                throw new RefusedException(new InvalidValue(
                        "products[" + lines.size() + "]", "product " + line.entry.product() + " is there twice"));
            }
            lines.add(line);
        }
        return new CatalogueDiff(List.copyOf(lines));
    }

    private static Line created(ProductBody body) {
        ProductId id = body.productId().orElseGet(() -> new ProductId(NewId.next()));
        ProductStatus status = body.status().orElse(body.isDraft() ? ProductStatus.DRAFT : ProductStatus.ACTIVE);
        return new Line(Action.CREATE, new CatalogueEntry(id, 0, body.conditions(), status), List.of());
    }

    private static Line compared(ProductBody body, ProductView known) {
        ProductStatus status = body.status().orElse(known.status());
        List<Changed> fields = new ArrayList<>(fields(known.conditions(), body.conditions()));
        if (status != known.status()) {
            fields.add(new Changed("status", word(known.status()), word(status)));
        }
        return new Line(
                fields.isEmpty() ? Action.NONE : Action.CHANGE,
                new CatalogueEntry(known.id(), known.version(), body.conditions(), status),
                List.copyOf(fields));
    }

    private static Optional<Object> word(ProductStatus status) {
        return Optional.of(Json.wireName(status));
    }

    private static List<Changed> fields(ProductConditions before, ProductConditions after) {
        JsonNode old = Json.tree(Json.bytes(ProductTerms.of(before)));
        JsonNode young = Json.tree(Json.bytes(ProductTerms.of(after)));
        Set<String> names = new TreeSet<>(old.propertyNames());
        names.addAll(young.propertyNames());
        return names.stream()
                .filter(name -> !old.path(name).equals(young.path(name)))
                .map(name -> new Changed(name, value(old, name), value(young, name)))
                .toList();
    }

    private static Optional<Object> value(JsonNode object, String name) {
        return Optional.ofNullable(object.get(name)).map(value -> Json.convert(value, Object.class));
    }

    /** The lines that change something, as a command takes them. */
    List<CatalogueEntry> entries() {
        return lines.stream()
                .filter(line -> line.action != Action.NONE)
                .map(Line::entry)
                .toList();
    }

    long count(Action action) {
        return lines.stream().filter(line -> line.action == action).count();
    }
}
