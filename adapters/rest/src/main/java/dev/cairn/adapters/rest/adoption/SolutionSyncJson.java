package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.adoption.solution.view.SyncedSolution;
import dev.cairn.domain.adoption.PreviewToken;
import dev.cairn.domain.adoption.SolutionSync;
import dev.cairn.domain.adoption.SyncCounts;
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.shared.PlanId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clients are told of synchronisations of solutions: what one would do, and what one did. */
final class SolutionSyncJson {
    private static final String PRODUCT = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8d01";
    private static final String PLAN = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8c01";

    /** Products that it holds, and others that have left it. */
    private static final int MANY = 2 * Limits.PRODUCTS;

    private SolutionSyncJson() {}

    /** What a synchronisation would do. */
    @Schema(
            name = "SolutionSyncPreview",
            description = "What a synchronisation of a solution with all its products would do. Nothing has changed.")
    record PreviewJson(
            @Schema(
                    required = true,
                    description =
                            "Sent with the synchronisation, it holds it to this preview: it is refused when the solution, a product, an entitlement or a last synchronisation changed since.",
                    maxLength = PreviewToken.MAX,
                    examples = "lJ5jDqmNqC0yQ0a1m4cPfS7yI1oE2mYb0m3Yt1bWc0g")
            String previewToken,

            @Schema(required = true, description = "What it would do to the solution's own tasks.")
            PlanSyncJson.PreviewJson own,

            @Schema(
                    required = true,
                    description = "What it would do to the plans of its products, in its order.",
                    maxItems = MANY)
            List<ProductPreviewJson> products,

            @Schema(
                    required = true,
                    description = "Products that came into the solution since; the customer would get them.",
                    maxItems = Limits.PRODUCTS,
                    examples = "[]")
            List<UUID> joiningProductIds,

            @Schema(
                    required = true,
                    description = "Products that left the solution since; the customer would keep them by themselves.",
                    maxItems = MANY,
                    examples = "[]")
            List<UUID> leavingProductIds) {
        static PreviewJson of(SolutionSync sync) {
            return new PreviewJson(
                    sync.token().value(),
                    PlanSyncJson.PreviewJson.of(sync.own()),
                    sync.staying().stream().map(ProductPreviewJson::of).toList(),
                    sync.joiningIds().stream().map(id -> id.value()).toList(),
                    sync.leaving().stream().map(left -> left.product().value()).toList());
        }
    }

    /** One product's part of a preview. */
    @Schema(name = "ProductSyncPreview", description = "What a synchronisation would do to the plan of one product.")
    record ProductPreviewJson(
            @Schema(required = true, description = "Which product.", examples = PRODUCT)
            UUID productId,

            @Schema(required = true, description = "Its plan.", examples = PLAN)
            UUID planId,

            @Schema(required = true, description = "What would change.")
            PlanSyncJson.PreviewJson preview) {
        static ProductPreviewJson of(SolutionSync.Staying part) {
            return new ProductPreviewJson(
                    part.product().value(), part.plan().value(), PlanSyncJson.PreviewJson.of(part.preview()));
        }
    }

    /** What a synchronisation did. */
    @Schema(
            name = "SyncedSolution",
            description = "What a synchronisation of a solution did; a product that failed stopped no other.")
    record SyncedJson(
            @Schema(required = true, description = "Whether anything of the whole changed.", examples = "true")
            boolean changed,

            @Schema(required = true, description = "What it did to the solution's own tasks.")
            OwnJson own,

            @Schema(
                    required = true,
                    description =
                            "What became of its products: in its order, then those that joined, then those that left.",
                    maxItems = MANY)
            List<SyncedProductJson> products,

            @Schema(required = true, description = "The whole after it.")
            SolutionPlanJson plan)
            implements Tagged {
        /** That of the plan. */
        @Override
        public EntityTag etag() {
            return plan.etag();
        }

        static SyncedJson of(SyncedSolution synced) {
            return new SyncedJson(
                    synced.changed(),
                    OwnJson.of(synced.ownChanged(), synced.own()),
                    synced.products().stream().map(SyncedProductJson::of).toList(),
                    SolutionPlanJson.of(synced.plan()));
        }
    }

    /** What it did to the solution's own tasks. */
    @Schema(name = "SyncedOwnTasks", description = "What a synchronisation did to a solution's own tasks.")
    record OwnJson(
            @Schema(required = true, description = "Whether anything of them changed.", examples = "true")
            boolean changed,

            @Schema(required = true, description = "How many entered the plan.", minimum = "0", examples = "1")
            int added,

            @Schema(
                    required = true,
                    description = "How many came back from the archive.",
                    minimum = "0",
                    examples = "0")
            int restored,

            @Schema(required = true, description = "How many were put away.", minimum = "0", examples = "0")
            int archived,

            @Schema(
                    required = true,
                    description = "How many followed their source, restored ones among them.",
                    minimum = "0",
                    examples = "2")
            int updated) {
        static OwnJson of(boolean changed, SyncCounts counts) {
            return new OwnJson(changed, counts.added(), counts.restored(), counts.archived(), counts.updated());
        }
    }

    /** What became of one product. */
    @Schema(name = "SyncedProduct", description = "What a synchronisation of a solution did with one product of it.")
    record SyncedProductJson(
            @Schema(required = true, description = "Which product.", examples = PRODUCT)
            UUID productId,

            @Schema(description = "Its plan; absent where it should have joined and could not.", examples = PLAN)
            Optional<UUID> planId,

            @Schema(description = "Whether anything of it changed; absent where it failed.", examples = "true")
            Optional<Boolean> changed,

            @Schema(ref = "SolutionProductChange", description = "What happened to it; absent where it failed.")
            Optional<SyncedSolution.Change> change,

            @Schema(ref = "ProductFailure", description = "Why it failed; nothing of it changed then.")
            Optional<FailureJson> error) {
        static SyncedProductJson of(SyncedSolution.OfProduct product) {
            return new SyncedProductJson(
                    product.product().value(),
                    product.plan().map(PlanId::value),
                    product.change().map(change -> product.changed()),
                    product.change(),
                    product.error().map(code -> new FailureJson(code.name())));
        }
    }

    /** Why a product failed. */
    @Schema(name = "ProductFailure", description = "Why a product could not be synchronised.")
    record FailureJson(
            @Schema(
                    required = true,
                    description = "The code that the product's own synchronisation would have been refused with.",
                    maxLength = 100,
                    examples = "UNAVAILABLE")
            String code) {}
}
