package io.nexum.query.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nexum.kernel.PageRequest;
import io.nexum.kernel.RefusedException;
import io.nexum.kernel.customer.KycTier;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductEvent.ProductActivated;
import io.nexum.kernel.product.ProductEvent.ProductChanged;
import io.nexum.kernel.product.ProductEvent.ProductCreated;
import io.nexum.kernel.product.ProductEvent.ProductSuspended;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductQuery.FindProductVersions;
import io.nexum.kernel.product.ProductQuery.FindProducts;
import io.nexum.kernel.product.ProductQuery.GetProduct;
import io.nexum.kernel.product.ProductQuery.ProductView;
import io.nexum.kernel.product.ProductStatus;
import io.nexum.kernel.product.ProductType;
import io.nexum.query.TestBank;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProductAnswersTest {
    private final TestBank bank = new TestBank();
    private final ProductId product = new ProductId(UUID.randomUUID());

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void a_product_is_told_as_its_newest_version_has_it_and_every_version_stays() {
        ProductConditions first = savings("First", Optional.empty());
        ProductConditions second = savings("Second", Optional.of("SAV"));
        bank.append(new ProductCreated(product, first));
        bank.append(new ProductActivated(product));
        bank.append(new ProductChanged(product, 2, second), new ProductSuspended(product));

        ProductView told = bank.ask(new GetProduct(product));

        assertThat(told.conditions()).isEqualTo(second);
        assertThat(told.version()).isEqualTo(2);
        assertThat(told.status()).isEqualTo(ProductStatus.SUSPENDED);
        assertThat(bank.ask(new FindProductVersions(product, PageRequest.FIRST)).items())
                .extracting(version -> version.conditions().name())
                .containsExactly("Second", "First");
    }

    @Test
    void products_are_found_by_type_status_and_code() {
        bank.append(new ProductCreated(product, savings("One", Optional.of("ONE"))), new ProductActivated(product));
        ProductId other = new ProductId(UUID.randomUUID());
        bank.append(new ProductCreated(other, savings("Two", Optional.of("TWO"))));

        assertThat(found(Optional.of(ProductType.SAVINGS), Optional.empty(), Optional.empty()))
                .containsExactly(product, other);
        assertThat(found(Optional.of(ProductType.LOAN), Optional.empty(), Optional.empty()))
                .isEmpty();
        assertThat(found(Optional.empty(), Optional.of(ProductStatus.DRAFT), Optional.empty()))
                .containsExactly(other);
        assertThat(found(Optional.empty(), Optional.empty(), Optional.of("ONE")))
                .containsExactly(product);
    }

    @Test
    void a_product_that_nobody_made_is_not_found_nor_are_its_versions() {
        assertThatThrownBy(() -> bank.ask(new GetProduct(product))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> bank.ask(new FindProductVersions(product, PageRequest.FIRST)))
                .isInstanceOf(RefusedException.class);
    }

    private List<ProductId> found(Optional<ProductType> type, Optional<ProductStatus> status, Optional<String> code) {
        return bank.ask(new FindProducts(type, status, code, PageRequest.FIRST)).items().stream()
                .map(ProductView::id)
                .toList();
    }

    private static ProductConditions savings(String name, Optional<String> code) {
        return new ProductConditions(
                name,
                "",
                code,
                ProductType.SAVINGS,
                TestBank.USD,
                KycTier.TIER_1,
                Optional.of(DepositConditions.plain(TestBank.USD)),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
