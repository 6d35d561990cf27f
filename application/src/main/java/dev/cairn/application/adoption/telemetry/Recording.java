package dev.cairn.application.adoption.telemetry;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.telemetry.port.TelemetryValues;
import dev.cairn.application.adoption.telemetry.port.TelemetryValues.Place;
import dev.cairn.application.adoption.telemetry.view.RecordedValues;
import dev.cairn.application.adoption.telemetry.view.StatusMove;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Gate;
import dev.cairn.application.shared.Ids;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.adoption.TelemetryBatch;
import dev.cairn.domain.adoption.TelemetryValue;
import dev.cairn.domain.adoption.ValueAddress;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.shared.TelemetryAttributeId;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How a batch of values comes in, whoever sends it: find what the values are of, lock the plans in one order, take each
 * value by itself, judge each task once, store all of it together.
 */
@Singleton
class Recording {
    private final Gate gate;
    private final Ids ids;
    private final AdoptionPlans plans;
    private final CustomerTasks tasks;
    private final TelemetryValues values;
    private final FreshnessPolicy policy;

    Recording(
            Gate gate,
            Ids ids,
            AdoptionPlans plans,
            CustomerTasks tasks,
            TelemetryValues values,
            FreshnessPolicy policy) {
        this.gate = gate;
        this.ids = ids;
        this.plans = plans;
        this.tasks = tasks;
        this.values = values;
        this.policy = policy;
    }

    /**
     * Takes the batch.
     *
     * @param only the one plan that its values are for, locked and admitted by the gate already; absent for whatever plans
     * @param permission what the caller needs for each of the plans
     */
    Uni<RecordedValues> record(ValueBatch batch, Optional<AdoptionPlan> only, Permission permission, Call call) {
        var addresses = batch.rows().stream().map(ValueBatch.Row::address).toList();
        return values.locate(addresses).chain(found -> {
            var places = found.stream()
                    .filter(place ->
                            only.map(plan -> plan.id().equals(place.plan())).orElse(true))
                    .collect(Collectors.toMap(Place::row, place -> place));
            return load(batch, places, only, permission, call)
                    .chain(loaded -> new Intake(batch, places, loaded, call).run());
        });
    }

    /** All that the decision needs. The lock is asked for first: what is asked for behind it is what the lock guards. */
    private Uni<Loaded> load(
            ValueBatch batch,
            Map<Integer, Place> places,
            Optional<AdoptionPlan> only,
            Permission permission,
            Call call) {
        var planIds = places.values().stream().map(Place::plan).collect(Collectors.toSet());
        var taskIds =
                places.values().stream().flatMap(place -> place.task().stream()).collect(Collectors.toSet());
        var wanted = places.values().stream()
                .flatMap(place -> place.attribute().stream()
                        .map(attribute -> new TelemetryValues.Wanted(
                                attribute, batch.rows().get(place.row()).reported())))
                .toList();
        var locked = only.map(plan -> Uni.createFrom().item(List.of(plan))).orElseGet(() -> plans.lockAll(planIds));
        var admitted = only.map(plan -> Uni.createFrom().item(Map.of(plan.id(), Optional.<DomainException>empty())))
                .orElseGet(() -> gate.admitEach(permission, call.caller(), planIds));
        var loaded = batch.fullFile() ? tasks.ofPlans(planIds, taskIds) : tasks.all(taskIds);
        var known = values.known(wanted);
        var counted = batch.fullFile() && batch.id().isPresent()
                ? values.countedFor(batch.id().get(), planIds)
                : Uni.createFrom().item(Set.<PlanId>of());
        return Uni.combine()
                .all()
                .unis(locked, admitted, loaded, known, counted)
                .asTuple()
                .map(all -> new Loaded(all.getItem1(), all.getItem2(), all.getItem3(), all.getItem4(), all.getItem5()));
    }

    private record Loaded(
            List<AdoptionPlan> plans,
            Map<PlanId, Optional<DomainException>> admitted,
            List<CustomerTask> tasks,
            List<TelemetryValue> known,
            Set<PlanId> counted) {}

    /** One batch on its way in. */
    private final class Intake {
        private final ValueBatch sent;
        private final Map<Integer, Place> places;
        private final Loaded loaded;
        private final Call call;
        private final UUID id;
        private final TelemetryBatch batch;
        private final Map<PlanId, AdoptionPlan> plansById;
        private final Map<TaskId, CustomerTask> tasksById;
        /** By id, so that the answer and what is stored have one order. */
        private final Map<UUID, Share> shares = new TreeMap<>();

        private final List<RecordedValues.Failed> failed = new ArrayList<>();
        private final List<StatusMove> moves = new ArrayList<>();
        private int duplicates;

        /** What the batch has for one plan. */
        private final class Share {
            private final AdoptionPlan plan;
            private final Map<TaskId, CustomerTask> touched = new HashMap<>();
            private int stored;

            Share(AdoptionPlan plan) {
                this.plan = plan;
            }
        }

        Intake(ValueBatch sent, Map<Integer, Place> places, Loaded loaded, Call call) {
            this.sent = sent;
            this.places = places;
            this.loaded = loaded;
            this.call = call;
            id = sent.id().orElseGet(ids::next);
            batch = new TelemetryBatch(
                    Optional.of(id), sent.fullFile(), loaded.counted(), loaded.known(), ids::next, call.now());
            plansById = loaded.plans().stream().collect(Collectors.toMap(AdoptionPlan::id, plan -> plan));
            tasksById = loaded.tasks().stream().collect(Collectors.toMap(CustomerTask::id, task -> task));
        }

        Uni<RecordedValues> run() {
            for (int row = 0; row < sent.rows().size(); row++) {
                take(row);
            }
            var newFullFiles = shares.values().stream()
                    .map(share -> share.plan)
                    .filter(plan -> sent.fullFile() && !loaded.counted().contains(plan.id()))
                    .toList();
            newFullFiles.forEach(plan -> plan.receiveFullFile(call.now()));
            var judged = new ArrayList<CustomerTask>();
            for (var share : shares.values()) {
                share.plan.receive(share.stored, Optional.of(id), call.actor(), call.now());
                judged.addAll(sent.evaluate() ? evaluate(share) : share.touched.values());
            }
            var answer = answer();
            return sent.dryRun()
                    ? Uni.createFrom().item(answer)
                    : save(judged, newFullFiles).replaceWith(answer);
        }

        private void take(int row) {
            try {
                var place = located(row);
                var plan = admitted(place.plan());
                if (sent.fullFile()) {
                    share(plan); // it has a row for the plan, whatever becomes of the row
                }
                var task = task(row, place);
                var taken =
                        batch.take(task, attribute(place), sent.rows().get(row).reported());
                var share = share(plan);
                share.touched.put(task.id(), task);
                if (taken.duplicate()) {
                    duplicates++;
                } else {
                    share.stored++;
                }
            } catch (DomainException refusal) {
                failed.add(new RecordedValues.Failed(row, refusal.code(), refusal.detail()));
            }
        }

        private Share share(AdoptionPlan plan) {
            return shares.computeIfAbsent(plan.id().value(), key -> new Share(plan));
        }

        private Place located(int row) {
            var place = places.get(row);
            if (place == null) {
                var missing = sent.rows().get(row).address() instanceof ValueAddress.OfAttribute
                        ? ErrorCode.TELEMETRY_ATTRIBUTE_NOT_FOUND
                        : ErrorCode.ADOPTION_PLAN_NOT_FOUND;
                throw new DomainException(missing, missing.title() + ".");
            }
            return place;
        }

        private AdoptionPlan admitted(PlanId id) {
            var plan = plansById.get(id);
            var admission = loaded.admitted().get(id);
            if (plan == null || admission == null) {
                throw new DomainException(ErrorCode.ADOPTION_PLAN_NOT_FOUND, "There is no such plan.");
            }
            admission.ifPresent(refusal -> {
                throw refusal;
            });
            return plan;
        }

        private CustomerTask task(int row, Place place) {
            if (sent.rows().get(row).address() instanceof ValueAddress.OfOriginal) {
                attribute(place);
            }
            if (place.tasks() > 1) {
                throw new DomainException(
                        ErrorCode.AMBIGUOUS_NAME, "The plan has " + place.tasks() + " tasks of this name.");
            }
            return place.task()
                    .map(tasksById::get)
                    .orElseThrow(
                            () -> new DomainException(ErrorCode.TASK_NOT_FOUND, "The plan has no task of this name."));
        }

        private TelemetryAttributeId attribute(Place place) {
            return place.attribute()
                    .orElseThrow(() -> new DomainException(
                            ErrorCode.TELEMETRY_ATTRIBUTE_NOT_FOUND, "There is no such telemetry attribute."));
        }

        private Collection<CustomerTask> evaluate(Share share) {
            var plan = share.plan;
            var freshness = plan.freshness(policy, call.now());
            var judged = sent.fullFile() ? tasksOf(share) : share.touched.values();
            var evaluated = judged.stream()
                    .map(task -> task.evaluate(freshness, sent.source(), Optional.of(id), call.now()))
                    .toList();
            plan.evaluated(evaluated, Optional.of(id), call.now());
            evaluated.stream()
                    .filter(CustomerTask.Evaluated::movedStatus)
                    .map(it -> StatusMove.of(plan.id(), it))
                    .forEach(moves::add);
            return judged;
        }

        private Collection<CustomerTask> tasksOf(Share share) {
            return tasksById.values().stream()
                    .filter(task -> task.plan().equals(share.plan.id()))
                    .toList();
        }

        private Uni<Void> save(List<CustomerTask> judged, List<AdoptionPlan> newFullFiles) {
            var touchedPlans = shares.values().stream().map(share -> share.plan).toList();
            return values.add(batch.stored())
                    .chain(() -> values.count(
                            id, newFullFiles.stream().map(AdoptionPlan::id).toList(), call.now()))
                    .chain(() -> tasks.saveAll(judged))
                    .chain(() -> plans.saveAll(touchedPlans));
        }

        private RecordedValues answer() {
            var figures = shares.values().stream()
                    .map(share -> new RecordedValues.PlanFigures(
                            share.plan.id(), share.plan.snapshot().progress()))
                    .toList();
            return new RecordedValues(id, batch.stored().size(), duplicates, failed, moves, figures);
        }
    }
}
