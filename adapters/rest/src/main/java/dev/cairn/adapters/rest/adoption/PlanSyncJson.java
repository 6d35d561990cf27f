package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.adoption.sync.view.SyncedPlan;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.ArchiveReason;
import dev.cairn.domain.adoption.FieldChange;
import dev.cairn.domain.adoption.PreviewToken;
import dev.cairn.domain.adoption.SyncDiff;
import dev.cairn.domain.adoption.TelemetryAttribute;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.Limits;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.telemetry.published.DataType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What clients are told of synchronisations: what one would do, and what one did. */
final class PlanSyncJson {
    /** More tasks than a plan can come to have, archived ones among them. */
    private static final int MANY = 1_000_000;

    private PlanSyncJson() {}

    /** What a synchronisation would do. */
    @Schema(name = "PlanSyncPreview", description = "What a synchronisation of a plan would do. Nothing has changed.")
    record PreviewJson(
            @Schema(
                    required = true,
                    description =
                            "Sent with the synchronisation, it holds it to this preview: it is refused when product, entitlement or the last synchronisation changed since.",
                    maxLength = PreviewToken.MAX,
                    examples = "lJ5jDqmNqC0yQ0a1m4cPfS7yI1oE2mYb0m3Yt1bWc0g")
            String previewToken,

            @Schema(required = true, description = "The product's versions.")
            VersionsJson productVersion,

            @Schema(required = true, description = "Source tasks that would enter the plan.", maxItems = Limits.TASKS)
            List<AdditionJson> add,

            @Schema(
                    required = true,
                    description = "Tasks that would come back from the archive, as far as they were.",
                    maxItems = Limits.TASKS)
            List<RestorationJson> restore,

            @Schema(required = true, description = "Tasks that would be put away, not deleted.", maxItems = MANY)
            List<ArchivalJson> archive,

            @Schema(
                    required = true,
                    description =
                            "Tasks that would follow their source, restored ones among them; without fields where only telemetry differs.",
                    maxItems = Limits.TASKS)
            List<UpdateJson> update,

            @Schema(required = true, description = "What would change of what can be measured about tasks of the plan.")
            TelemetryDiffJson telemetry,

            @Schema(required = true, description = "How far the plan is, and would be.")
            ProgressesJson progress) {
        static PreviewJson of(AdoptionPlan.Preview preview) {
            var diff = preview.diff();
            return new PreviewJson(
                    preview.token().value(),
                    new VersionsJson(diff.fromVersion(), diff.toVersion()),
                    diff.added().stream().map(AdditionJson::of).toList(),
                    diff.restored().stream().map(RestorationJson::of).toList(),
                    diff.archived().stream().map(ArchivalJson::of).toList(),
                    diff.updates().stream().map(UpdateJson::of).toList(),
                    TelemetryDiffJson.of(diff.updates()),
                    new ProgressesJson(ProgressJson.of(diff.before()), ProgressJson.of(diff.after())));
        }
    }

    /** Two versions of a product. */
    @Schema(name = "ProductVersions", description = "Two versions of a product.")
    record VersionsJson(
            @Schema(required = true, description = "The one the plan is equal to.", minimum = "1", examples = "1")
            long from,

            @Schema(required = true, description = "The one it is at now.", minimum = "1", examples = "4")
            long to) {}

    /** A task to be. */
    @Schema(name = "TaskAddition", description = "A source task that would enter the plan.")
    record AdditionJson(
            @Schema(
                    required = true,
                    description = "The product's task.",
                    examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8e07")
            UUID originalTaskId,

            @Schema(
                    required = true,
                    description = "What is to be done.",
                    maxLength = Limits.NAME,
                    examples = "Connect the identity provider")
            String name,

            @Schema(
                    required = true,
                    description = "Its share of the product, two decimals.",
                    minimum = "0",
                    maximum = "100",
                    examples = "12.5")
            BigDecimal weight) {
        static AdditionJson of(Blueprint.Task task) {
            return new AdditionJson(
                    task.id().value(), task.name(), task.weight().value());
        }
    }

    /** A task that comes back. */
    @Schema(name = "TaskRestoration", description = "A task that would come back from the archive.")
    record RestorationJson(
            @Schema(required = true, description = "The task.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9a01")
            UUID taskId,

            @Schema(
                    required = true,
                    description = "What it is called.",
                    maxLength = Limits.NAME,
                    examples = "Connect the identity provider")
            String name,

            @Schema(required = true, description = "Its status, which stays.")
            TaskStatus status,

            @Schema(
                    required = true,
                    description = "Its share of the product by now, two decimals.",
                    minimum = "0",
                    maximum = "100",
                    examples = "12.5")
            BigDecimal weight) {
        static RestorationJson of(SyncDiff.TaskUpdate task) {
            return new RestorationJson(
                    task.task().value(),
                    task.name(),
                    task.status(),
                    task.content().weight().value());
        }
    }

    /** A task that goes. */
    @Schema(name = "TaskArchival", description = "A task that would be put away.")
    record ArchivalJson(
            @Schema(required = true, description = "The task.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9a02")
            UUID taskId,

            @Schema(
                    required = true,
                    description = "What it is called.",
                    maxLength = Limits.NAME,
                    examples = "Export the logs")
            String name,

            @Schema(required = true, description = "Its status, which stays.")
            TaskStatus status,

            @Schema(
                    required = true,
                    description = "What it weighs in the plan so far, two decimals.",
                    minimum = "0",
                    maximum = "100",
                    examples = "7.5")
            BigDecimal weight,

            @Schema(
                    required = true,
                    description = "Why: the first that holds of SOURCE_DELETED, LICENSE, OUTCOME, RELEASE.")
            ArchiveReason reason) {
        static ArchivalJson of(SyncDiff.TaskArchival task) {
            return new ArchivalJson(
                    task.task().value(),
                    task.name(),
                    task.status(),
                    task.weight().value(),
                    task.reason());
        }
    }

    /** A task that follows its source. */
    @Schema(name = "TaskUpdate", description = "A task that would follow its source.")
    record UpdateJson(
            @Schema(required = true, description = "The task.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9a03")
            UUID taskId,

            @Schema(
                    required = true,
                    description = "What it is called so far.",
                    maxLength = Limits.NAME,
                    examples = "Connect the identity provider")
            String name,

            @Schema(required = true, description = "What differs of the task itself.", maxItems = 20)
            List<FieldChangeJson> fields) {
        static UpdateJson of(SyncDiff.TaskUpdate task) {
            return new UpdateJson(task.task().value(), task.name(), FieldChangeJson.of(task.fields()));
        }
    }

    /** A field that differs. */
    @Schema(name = "FieldChange", description = "A field that differs, under the name it has in the task or attribute.")
    record FieldChangeJson(
            @Schema(required = true, description = "Its name.", maxLength = 40, examples = "weight")
            String field,

            @Schema(
                    implementation = Object.class,
                    description = "What the plan has, as the field is written; absent when it has none.",
                    examples = "10")
            Optional<Object> from,

            @Schema(
                    implementation = Object.class,
                    description = "What the product has; absent when it has none.",
                    examples = "12.5")
            Optional<Object> to) {
        static List<FieldChangeJson> of(List<FieldChange> changes) {
            return changes.stream()
                    .map(change -> new FieldChangeJson(change.field(), change.from(), change.to()))
                    .toList();
        }
    }

    /** What differs of telemetry. */
    @Schema(
            name = "TelemetryDiff",
            description =
                    "What would change of what can be measured about tasks of the plan; new tasks bring their own.")
    record TelemetryDiffJson(
            @Schema(required = true, description = "Definitions that tasks would get.", maxItems = MANY)
            List<AttributeAdditionJson> add,

            @Schema(required = true, description = "Attributes that would follow their definition.", maxItems = MANY)
            List<AttributeUpdateJson> update,

            @Schema(
                    required = true,
                    description = "Attributes whose definition is gone: they become inactive, their values stay.",
                    maxItems = MANY)
            List<AttributeRemovalJson> remove) {
        static TelemetryDiffJson of(List<SyncDiff.TaskUpdate> tasks) {
            return new TelemetryDiffJson(
                    each(tasks, SyncDiff.TelemetryDiff::added, AttributeAdditionJson::of),
                    each(tasks, SyncDiff.TelemetryDiff::updated, AttributeUpdateJson::of),
                    each(tasks, SyncDiff.TelemetryDiff::removed, AttributeRemovalJson::of));
        }

        private static <T, J> List<J> each(
                List<SyncDiff.TaskUpdate> tasks,
                Function<SyncDiff.TelemetryDiff, List<T>> part,
                BiFunction<UUID, T, J> shown) {
            return tasks.stream()
                    .flatMap(task -> part.apply(task.telemetry()).stream()
                            .map(it -> shown.apply(task.task().value(), it)))
                    .toList();
        }
    }

    /** An attribute to be. */
    @Schema(name = "TelemetryAddition", description = "A telemetry definition that a task would get.")
    record AttributeAdditionJson(
            @Schema(required = true, description = "The task.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9a03")
            UUID taskId,

            @Schema(
                    required = true,
                    description = "The product's definition.",
                    examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8f07")
            UUID originalAttributeId,

            @Schema(
                    required = true,
                    description = "What it is called.",
                    maxLength = Limits.NAME,
                    examples = "Provisioned users")
            String name,

            @Schema(required = true, description = "What sort of values it takes.")
            DataType dataType) {
        static AttributeAdditionJson of(UUID task, Blueprint.Telemetry definition) {
            return new AttributeAdditionJson(task, definition.id().value(), definition.name(), definition.dataType());
        }
    }

    /** An attribute that follows its definition. */
    @Schema(name = "TelemetryUpdate", description = "A telemetry attribute that would follow its definition.")
    record AttributeUpdateJson(
            @Schema(required = true, description = "The task.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9a03")
            UUID taskId,

            @Schema(required = true, description = "The attribute.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9d01")
            UUID attributeId,

            @Schema(
                    required = true,
                    description = "What it is called so far.",
                    maxLength = Limits.NAME,
                    examples = "Provisioned users")
            String name,

            @Schema(required = true, description = "What differs.", minItems = 1, maxItems = 10)
            List<FieldChangeJson> fields) {
        static AttributeUpdateJson of(UUID task, SyncDiff.AttributeUpdate update) {
            return new AttributeUpdateJson(
                    task, update.attribute().value(), update.name(), FieldChangeJson.of(update.fields()));
        }
    }

    /** An attribute that falls silent. */
    @Schema(name = "TelemetryRemoval", description = "A telemetry attribute that would become inactive.")
    record AttributeRemovalJson(
            @Schema(required = true, description = "The task.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9a03")
            UUID taskId,

            @Schema(required = true, description = "The attribute.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e9d02")
            UUID attributeId,

            @Schema(
                    required = true,
                    description = "What it is called.",
                    maxLength = Limits.NAME,
                    examples = "Single sign-on")
            String name) {
        static AttributeRemovalJson of(UUID task, TelemetryAttribute attribute) {
            return new AttributeRemovalJson(task, attribute.id().value(), attribute.name());
        }
    }

    /** Figures before and after. */
    @Schema(name = "ProgressStep", description = "How far a plan is, and would be.")
    record ProgressesJson(
            @Schema(required = true, description = "As it is.")
            ProgressJson before,

            @Schema(required = true, description = "As it would be.")
            ProgressJson after) {}

    /** What a synchronisation did. */
    @Schema(
            name = "SyncedPlan",
            description =
                    "What a synchronisation did, or what was taken back: then the numbers are those of that synchronisation.")
    record SyncedJson(
            @Schema(
                    required = true,
                    description = "Whether anything changed; the product version that the plan knows aside.",
                    examples = "true")
            boolean changed,

            @Schema(required = true, description = "How many tasks entered the plan.", minimum = "0", examples = "3")
            int added,

            @Schema(
                    required = true,
                    description = "How many came back from the archive.",
                    minimum = "0",
                    examples = "0")
            int restored,

            @Schema(required = true, description = "How many were put away.", minimum = "0", examples = "1")
            int archived,

            @Schema(
                    required = true,
                    description = "How many followed their source, restored ones among them.",
                    minimum = "0",
                    examples = "2")
            int updated,

            @Schema(required = true, description = "The plan after it.")
            PlanJson plan)
            implements Tagged {
        /** That of the plan. */
        @Override
        public EntityTag etag() {
            return plan.etag();
        }

        static SyncedJson of(SyncedPlan synced) {
            var counts = synced.counts();
            return new SyncedJson(
                    synced.changed(),
                    counts.added(),
                    counts.restored(),
                    counts.archived(),
                    counts.updated(),
                    PlanJson.of(synced.plan()));
        }
    }
}
