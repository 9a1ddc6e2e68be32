package io.nexum.command.product;

import static io.nexum.command.product.Products.checking;
import static io.nexum.command.product.Products.named;
import static io.nexum.command.product.Products.newId;
import static io.nexum.command.product.Products.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.nexum.command.Story;
import io.nexum.command.product.ProductState.Known;
import io.nexum.kernel.Refusals.AlreadyTaken;
import io.nexum.kernel.ledger.GlCode;
import io.nexum.kernel.ledger.LedgerCommand.SeedChart;
import io.nexum.kernel.product.CatalogueEntry;
import io.nexum.kernel.product.DepositConditions;
import io.nexum.kernel.product.GlRole;
import io.nexum.kernel.product.ProductCommand.ActivateProduct;
import io.nexum.kernel.product.ProductCommand.ApplyCatalogue;
import io.nexum.kernel.product.ProductCommand.ChangeProduct;
import io.nexum.kernel.product.ProductCommand.CreateProduct;
import io.nexum.kernel.product.ProductCommand.RetireProduct;
import io.nexum.kernel.product.ProductCommand.SuspendProduct;
import io.nexum.kernel.product.ProductConditions;
import io.nexum.kernel.product.ProductEvent.ProductActivated;
import io.nexum.kernel.product.ProductEvent.ProductChanged;
import io.nexum.kernel.product.ProductEvent.ProductCreated;
import io.nexum.kernel.product.ProductEvent.ProductResumed;
import io.nexum.kernel.product.ProductEvent.ProductRetired;
import io.nexum.kernel.product.ProductEvent.ProductSuspended;
import io.nexum.kernel.product.ProductGlAccounts;
import io.nexum.kernel.product.ProductId;
import io.nexum.kernel.product.ProductRefusal.ProductChangedMeanwhile;
import io.nexum.kernel.product.ProductRefusal.ProductIsRetired;
import io.nexum.kernel.product.ProductRefusal.ProductPartFixed;
import io.nexum.kernel.product.ProductRefusal.StatusNotReachable;
import io.nexum.kernel.product.ProductRefusal.WrongGlAccount;
import io.nexum.kernel.product.ProductStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductLifeTest {
    private static final ProductConditions PLAIN = checking(DepositConditions.plain(usd("0").currency()));
    private final Story story = new Story();

    @Test
    void a_product_is_made_offered_withdrawn_offered_again_and_retired() {
        ProductId id = newId();

        story.send(new CreateProduct(id, PLAIN, false));
        story.send(new ActivateProduct(id));
        story.send(new ActivateProduct(id));
        story.send(new SuspendProduct(id));
        story.send(new ActivateProduct(id));
        story.send(new RetireProduct(id));

        assertThat(story.log())
                .containsExactly(
                        new ProductCreated(id, PLAIN),
                        new ProductActivated(id),
                        new ProductSuspended(id),
                        new ProductResumed(id),
                        new ProductRetired(id));
        story.refused(new ActivateProduct(id), StatusNotReachable.class);
        story.refused(new ChangeProduct(id, named(PLAIN, "Other"), 1), ProductIsRetired.class);
    }

    @Test
    void a_draft_can_t_be_suspended() {
        ProductId id = story.send(new CreateProduct(newId(), PLAIN, false));
        story.refused(new SuspendProduct(id), StatusNotReachable.class);
    }

    @Test
    void a_change_is_a_new_version_unless_nothing_changes() {
        ProductId id = story.send(new CreateProduct(newId(), PLAIN, true));
        ProductConditions other = named(PLAIN, "Other");

        story.send(new ChangeProduct(id, other, 1));
        story.send(new ChangeProduct(id, other, 2));

        assertThat(story.log()).last().isEqualTo(new ProductChanged(id, 2, other));
        story.refused(new ChangeProduct(id, PLAIN, 1), ProductChangedMeanwhile.class);
    }

    @Test
    void a_product_keeps_its_code_and_no_other_gets_it() {
        ProductConditions coded = Products.coded(PLAIN, "CHK1");
        ProductId id = story.send(new CreateProduct(newId(), coded, true));

        story.refused(new ChangeProduct(id, PLAIN, 1), ProductPartFixed.class);
        story.refused(new CreateProduct(newId(), coded, true), AlreadyTaken.class);
        ProductId other = story.send(new CreateProduct(newId(), PLAIN, true));
        story.refused(new ChangeProduct(other, coded, 1), AlreadyTaken.class);
        story.send(new ChangeProduct(other, Products.coded(PLAIN, "CHK2"), 1));
    }

    @Test
    void a_products_general_ledger_accounts_must_be_there_and_of_the_right_class() {
        story.send(new SeedChart());
        refusedWith(GlRole.FEE_INCOME, "4999", "no such account");
        refusedWith(GlRole.FEE_INCOME, "5010", "must be income");
        refusedWith(GlRole.CUSTOMER_BALANCES, "2100", "must be a control account");
        refusedWith(GlRole.INTEREST_PAYABLE, "2010", "it is a control account");

        story.send(new CreateProduct(newId(), Products.booked(PLAIN, GlRole.FEE_INCOME, "4030"), true));
    }

    private void refusedWith(GlRole role, String code, String why) {
        assertThat(story.refused(
                                new CreateProduct(newId(), Products.booked(PLAIN, role, code), true),
                                WrongGlAccount.class)
                        .detail())
                .contains(why);
    }

    @Test
    void a_catalogue_is_applied_whole_or_not_at_all() {
        ProductId known = story.send(new CreateProduct(newId(), PLAIN, true));
        ProductId fresh = newId();
        CatalogueEntry changed = new CatalogueEntry(known, 1, named(PLAIN, "Other"), ProductStatus.SUSPENDED);
        CatalogueEntry created = new CatalogueEntry(fresh, 0, PLAIN, ProductStatus.SUSPENDED);
        CatalogueEntry stale = new CatalogueEntry(known, 7, named(PLAIN, "Third"), ProductStatus.ACTIVE);

        story.refused(new ApplyCatalogue(List.of(created, stale)), ProductChangedMeanwhile.class);
        story.send(new ApplyCatalogue(List.of(changed, created)));

        assertThat(story.state(ProductState.streamOf(known))).isInstanceOfSatisfying(Known.class, product -> {
            assertThat(product.status()).isEqualTo(ProductStatus.SUSPENDED);
            assertThat(product.version().version()).isEqualTo(2);
        });
        assertThat(story.state(ProductState.streamOf(fresh)))
                .isInstanceOfSatisfying(
                        Known.class, product -> assertThat(product.status()).isEqualTo(ProductStatus.SUSPENDED));
    }

    @Test
    void a_code_of_the_ledger_has_a_form() {
        assertThat(new ProductGlAccounts(Map.of(GlRole.FEE_INCOME, new GlCode("4020"))).wire())
                .isEqualTo(Map.of("fee_income", "4020"));
        assertThat(Optional.of(ProductGlAccounts.NONE.of(GlRole.FEE_INCOME, new GlCode("4020"))))
                .contains(new GlCode("4020"));
    }
}
