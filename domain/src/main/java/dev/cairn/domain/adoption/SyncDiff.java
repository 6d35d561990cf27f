package dev.cairn.domain.adoption;

import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.Changes;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.shared.TelemetryAttributeId;
import dev.cairn.domain.shared.Weight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What lies between a plan and what it would be copied from now: computed once, shown by a preview, applied by a
 * synchronisation. It is a value: to make it changes nothing.
 *
 * @param fromVersion the version of the product that the plan is equal to so far
 * @param toVersion the version it has now
 * @param marks what the plan says of itself and would say otherwise: product name, license level, selections
 * @param added the source tasks that are eligible and that the plan never had, by sequence
 * @param restored the tasks of the archive whose sources are eligible again, by sequence, and what differs by now
 * @param archived the tasks that are not eligible any more, by sequence
 * @param updated the tasks that stay and differ from their source, by sequence
 * @param before the plan's figures
 * @param after the figures it would have
 */
public record SyncDiff(
        long fromVersion,
        long toVersion,
        Changes marks,
        List<Blueprint.Task> added,
        List<TaskUpdate> restored,
        List<TaskArchival> archived,
        List<TaskUpdate> updated,
        Progress before,
        Progress after) {
    public SyncDiff {
        added = List.copyOf(added);
        restored = List.copyOf(restored);
        archived = List.copyOf(archived);
        updated = List.copyOf(updated);
    }

    /**
     * A task that is to be put away.
     *
     * @param reason the first that holds of SOURCE_DELETED, LICENSE, OUTCOME, RELEASE
     */
    public record TaskArchival(TaskId task, String name, TaskStatus status, Weight weight, ArchiveReason reason) {}

    /**
     * A task that is to follow its source.
     *
     * @param name what it is called so far
     * @param status its status, which stays
     * @param fields what differs of the task itself
     * @param telemetry what differs of what can be measured about it
     * @param content the task as the source has it
     */
    public record TaskUpdate(
            TaskId task,
            String name,
            TaskStatus status,
            List<FieldChange> fields,
            TelemetryDiff telemetry,
            TaskContent content) {
        public TaskUpdate {
            fields = List.copyOf(fields);
        }

        /** Whether the task is as its source has it. */
        public boolean isNothing() {
            return fields.isEmpty() && telemetry.isEmpty();
        }

        private static TaskUpdate of(CustomerTask.Snapshot task, Blueprint.Task source) {
            var content = TaskContent.of(source);
            return new TaskUpdate(
                    task.id(),
                    task.content().name(),
                    task.state().status(),
                    task.content().until(content),
                    TelemetryDiff.of(task.telemetry(), source.telemetry()),
                    content);
        }
    }

    /**
     * What differs between a task's telemetry attributes and the definitions of its source. They are matched by what the
     * attribute was copied from.
     *
     * @param added the definitions that the task never had
     * @param updated the attributes that differ from their definition; one that comes back is active again
     * @param removed the active attributes whose definition is gone; they become inactive, their values stay
     */
    public record TelemetryDiff(
            List<Blueprint.Telemetry> added, List<AttributeUpdate> updated, List<TelemetryAttribute> removed) {
        public TelemetryDiff {
            added = List.copyOf(added);
            updated = List.copyOf(updated);
            removed = List.copyOf(removed);
        }

        /** Whether nothing differs. */
        public boolean isEmpty() {
            return added.isEmpty() && updated.isEmpty() && removed.isEmpty();
        }

        private static TelemetryDiff of(List<TelemetryAttribute> attributes, List<Blueprint.Telemetry> definitions) {
            var copies = attributes.stream()
                    .collect(Collectors.toMap(
                            TelemetryAttribute::originalAttributeId, Function.identity(), (first, second) -> first));
            var added = new ArrayList<Blueprint.Telemetry>();
            var updated = new ArrayList<AttributeUpdate>();
            for (var definition : definitions) {
                var copy = Optional.ofNullable(copies.remove(definition.id()));
                if (copy.isEmpty()) {
                    added.add(definition);
                }
                copy.map(it -> new AttributeUpdate(it.id(), it.name(), it.until(definition), definition))
                        .filter(update -> !update.fields().isEmpty())
                        .ifPresent(updated::add);
            }
            var removed = attributes.stream()
                    .filter(it -> it.active() && copies.containsKey(it.originalAttributeId()))
                    .toList();
            return new TelemetryDiff(added, updated, removed);
        }
    }

    /**
     * An attribute that is to follow its definition.
     *
     * @param name what it is called so far
     * @param fields what differs
     * @param definition the definition as it is now
     */
    public record AttributeUpdate(
            TelemetryAttributeId attribute, String name, List<FieldChange> fields, Blueprint.Telemetry definition) {
        public AttributeUpdate {
            fields = List.copyOf(fields);
        }
    }

    /**
     * What differs.
     *
     * @param tasks all tasks of the plan, those in the archive too
     * @param now the product
     * @param entitlement what the assignment entitles to now
     */
    public static SyncDiff of(
            AdoptionPlan.Snapshot plan, List<CustomerTask.Snapshot> tasks, Blueprint now, Entitlement entitlement) {
        return new Comparing(plan, tasks, now, entitlement).diff();
    }

    /** Whether a synchronisation would change nothing but the version of the product that the plan knows. */
    public boolean isEmpty() {
        return marks.isEmpty() && added.isEmpty() && restored.isEmpty() && archived.isEmpty() && updated.isEmpty();
    }

    /** Every task of the plan that follows its source in something, those that come back for it among them. */
    public List<TaskUpdate> updates() {
        return Stream.concat(updated.stream(), restored.stream().filter(update -> !update.isNothing()))
                .toList();
    }

    /** How many tasks it touches. */
    public SyncCounts counts() {
        return new SyncCounts(
                added.size(), restored.size(), archived.size(), updates().size());
    }

    /** One comparison on its way. */
    private static final class Comparing {
        private final AdoptionPlan.Snapshot plan;
        private final List<CustomerTask.Snapshot> tasks;
        private final Blueprint now;
        private final Entitlement entitlement;
        private final List<TaskUpdate> restored = new ArrayList<>();
        private final List<TaskArchival> archived = new ArrayList<>();
        private final List<TaskUpdate> updated = new ArrayList<>();
        private Progress after;

        Comparing(
                AdoptionPlan.Snapshot plan, List<CustomerTask.Snapshot> tasks, Blueprint now, Entitlement entitlement) {
            this.plan = plan;
            this.tasks = tasks.stream()
                    .sorted(Comparator.comparing((CustomerTask.Snapshot task) ->
                                    task.content().sequenceNumber())
                            .thenComparing(task -> task.id().value()))
                    .toList();
            this.now = now;
            this.entitlement = entitlement;
            after = plan.progress();
        }

        SyncDiff diff() {
            var sources = now.tasks().stream().collect(Collectors.toMap(Blueprint.Task::id, Function.identity()));
            var present = copies();
            for (var task : tasks) {
                if (task.equals(present.get(task.content().originalTaskId()))) {
                    compare(task, Optional.ofNullable(sources.get(task.content().originalTaskId())));
                }
            }
            var added = now.tasks().stream()
                    .filter(source -> !present.containsKey(source.id()) && entitlement.covers(source))
                    .toList();
            added.forEach(source -> after = after.plus(Progress.of(TaskStatus.NOT_STARTED, source.weight())));
            var marks = Changes.compare()
                    .field("productName", plan.productName(), now.name())
                    .done()
                    .and(plan.entitlement().until(entitlement));
            return new SyncDiff(
                    plan.syncedProductVersion(),
                    now.version(),
                    marks,
                    added,
                    restored,
                    archived,
                    updated,
                    plan.progress(),
                    after);
        }

        /** The one copy of each source that counts: the live one, or else the one that was put away last. */
        private Map<ProductTaskId, CustomerTask.Snapshot> copies() {
            var copies = new HashMap<ProductTaskId, CustomerTask.Snapshot>();
            tasks.forEach(task -> copies.merge(task.content().originalTaskId(), task, Comparing::present));
            return copies;
        }

        private static CustomerTask.Snapshot present(CustomerTask.Snapshot one, CustomerTask.Snapshot other) {
            if (one.state().isArchived() && other.state().isArchived()) {
                return putAway(one).compareTo(putAway(other)) >= 0 ? one : other;
            }
            return one.state().isArchived() ? other : one;
        }

        private static Instant putAway(CustomerTask.Snapshot task) {
            return task.state().archival().map(Archival::at).orElseThrow();
        }

        private void compare(CustomerTask.Snapshot task, Optional<Blueprint.Task> source) {
            var reason = source.map(entitlement::refusal).orElse(Optional.of(ArchiveReason.SOURCE_DELETED));
            if (!task.state().isArchived() && reason.isPresent()) {
                archived.add(new TaskArchival(
                        task.id(),
                        task.content().name(),
                        task.state().status(),
                        task.content().weight(),
                        reason.get()));
                move(task, Progress.NONE);
            }
            if (reason.isEmpty()) {
                var update = TaskUpdate.of(task, source.orElseThrow());
                if (task.state().isArchived()) {
                    restored.add(update);
                } else if (!update.isNothing()) {
                    updated.add(update);
                }
                move(task, Progress.of(task.state().status(), update.content().weight()));
            }
        }

        private void move(CustomerTask.Snapshot task, Progress share) {
            after = after.minus(task.state().share(task.content().weight())).plus(share);
        }
    }
}
