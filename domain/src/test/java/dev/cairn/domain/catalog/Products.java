package dev.cairn.domain.catalog;

import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.Priority;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.SolutionId;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Products for tests. {@code aProduct(aDocument().with(aTask("Connect")))} is a valid one without pending events. */
public final class Products {
    public static final OrgId ORG = new OrgId("northwind");
    public static final Actor ANNA = new Actor(ORG, "anna");
    public static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");
    public static final Instant TUESDAY = Instant.parse("2026-11-24T09:00:00Z");

    private static final AtomicLong NUMBER = new AtomicLong();

    private Products() {}

    /** Ids that rise and never come again. */
    public static Supplier<UUID> ids() {
        return () -> new UUID(0x019a_0000_0000_7000L, 0x8000_0000_0000_0000L + NUMBER.incrementAndGet());
    }

    public static ProductId anId() {
        return new ProductId(ids().get());
    }

    public static Product aProduct(Drafts.Document document) {
        var product = Product.create(anId(), document.build(), false, ids(), ANNA, MONDAY)
                .offering();
        product.takeEvents();
        return product;
    }

    public static Product aProduct() {
        return aProduct(Drafts.aDocument());
    }

    public static Solution aSolution(Drafts.Document document) {
        var solution = Solution.create(new SolutionId(ids().get()), document.build(), false, ids(), ANNA, MONDAY)
                .offering();
        solution.takeEvents();
        return solution;
    }

    /** A product with something of everything. */
    public static Product aRichProduct() {
        return aProduct(aRichDocument());
    }

    /** A document with something of everything. */
    public static Drafts.Document aRichDocument() {
        return Drafts.aDocument()
                .described("Cloud-delivered access security")
                .known("sku-4711")
                .outcome("zero-trust", "Zero-trust access")
                .outcome("visibility", "See all traffic")
                .release("r1", "2026.1", "1.0")
                .release("r2", "2026.2", "2.0")
                .tag("net", "Network", "#1f6feb", 1)
                .tag("ops", "Operations")
                .with(
                        Drafts.aTask("Connect the identity provider")
                                .key("connect-idp")
                                .described("Sign-in goes through it")
                                .taking(90)
                                .weighing("12.5")
                                .at(1)
                                .prior(Priority.HIGH)
                                .forLevel(LicenseLevel.ADVANTAGE)
                                .outcomes("zero-trust")
                                .releases("r1")
                                .tags("net", "ops")
                                .docs("https://docs.example.org/idp")
                                .videos("https://video.example.org/idp")
                                .noted("Ask for the metadata first")
                                .with(
                                        Drafts.aDefinition("Provisioned users")
                                                .key("idp-users")
                                                .described("Users that came over")
                                                .required()
                                                .at(1),
                                        Drafts.aDefinition("Planned groups")
                                                .withoutCriteria()
                                                .inactive()),
                        Drafts.aTask("Inspect traffic").weighing("30").at(2).outcomes("visibility"),
                        Drafts.aTask("Retire the old gateway").weighing("7.5").at(3));
    }
}
