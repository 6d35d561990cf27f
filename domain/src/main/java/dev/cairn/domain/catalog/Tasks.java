package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.Weight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tasks of a product. Their places follow from where they stand in the list, so they are always dense.
 *
 * @param all the tasks in sequence, numbered from 1
 */
record Tasks(List<ProductTask> all) {
    static final Tasks NONE = new Tasks(List.of());

    Tasks {
        var given = all;
        all = IntStream.range(0, given.size())
                .mapToObj(i -> given.get(i).at(i + 1))
                .toList();
    }

    /** Tasks as they are stored, each with its place. */
    static Tasks stored(List<ProductTask> tasks) {
        return new Tasks(tasks.stream()
                .sorted(Comparator.comparingInt(ProductTask::sequenceNumber))
                .toList());
    }

    ProductTask get(ProductTaskId id) {
        return all.stream().filter(task -> task.id().equals(id)).findFirst().orElseThrow(Tasks::missing);
    }

    List<Weight> weights() {
        return all.stream().map(ProductTask::weight).toList();
    }

    BigDecimal totalWeight() {
        return Weights.total(weights());
    }

    /** The key that a new task gets. */
    PartKey keyOf(TaskDocument document) {
        var taken = all.stream().map(ProductTask::key).collect(Collectors.toSet());
        PartKey.demandFree(document.key().filter(taken::contains));
        return document.key().orElseGet(() -> PartKey.of(document.name(), taken::contains));
    }

    /** These tasks and a new one: at the place that is wanted, the others shift; otherwise last. */
    Tasks adding(ProductTask task, Optional<Integer> place) {
        return placing(task, all, place.orElse(all.size() + 1));
    }

    /** These tasks, one of them changed: moved to the place that is wanted, the others shift; otherwise where it was. */
    Tasks replacing(ProductTask task, Optional<Integer> place) {
        var was = get(task.id());
        return placing(task, without(was.id()).all, place.orElse(was.sequenceNumber()));
    }

    private static Tasks placing(ProductTask task, List<ProductTask> others, int place) {
        var last = others.size() + 1;
        if (place > last) {
            var faults = new Faults();
            faults.add("/sequenceNumber", Fault.Code.RANGE, "a place from 1 to " + last);
            faults.orThrow();
        }
        var more = new ArrayList<>(others);
        more.add(place - 1, task);
        return new Tasks(more);
    }

    /** These tasks without one; the others close up. */
    Tasks without(ProductTaskId id) {
        return new Tasks(all.stream().filter(task -> !task.id().equals(id)).toList());
    }

    /** These tasks in another order, which must name each of them once. */
    Tasks ordered(List<ProductTaskId> order) {
        var faults = new Faults();
        var named = new HashSet<ProductTaskId>();
        for (int i = 0; i < order.size(); i++) {
            if (!named.add(order.get(i))) {
                faults.add("/taskIds/" + i, Fault.Code.DUPLICATE, "the task is named earlier already");
            }
        }
        faults.orThrow();
        var byId = all.stream().collect(Collectors.toMap(ProductTask::id, Function.identity()));
        if (!byId.keySet().containsAll(named)) {
            throw missing();
        }
        if (named.size() < all.size()) {
            faults.add("/taskIds", Fault.Code.REQUIRED, "all " + all.size() + " tasks of the product must be named");
        }
        faults.orThrow();
        return new Tasks(order.stream().map(byId::get).toList());
    }

    /**
     * These tasks as a document has them. A task with a place in the document gets it, as far as there are so many; one
     * without stays where it was among the others, and a new one comes last.
     */
    Tasks taking(List<TaskDocument> document, boolean prune, TaskMaker maker) {
        var matching = Matching.of(all, document);
        var unplaced = new HashMap<ProductTaskId, ProductTask>();
        var newcomers = new ArrayList<ProductTask>();
        var placed = new ArrayList<Placed>();
        for (int i = 0; i < document.size(); i++) {
            var entry = document.get(i);
            var partner = matching.partners().get(i);
            var task = maker.make("/tasks/" + i, entry, matching.keys().get(i), partner, !prune);
            entry.sequenceNumber().ifPresent(place -> placed.add(new Placed(place, task)));
            if (entry.sequenceNumber().isEmpty()) {
                partner.ifPresentOrElse(was -> unplaced.put(was.id(), task), () -> newcomers.add(task));
            }
        }
        maker.orThrow();

        if (!prune) {
            matching.unmentioned().forEach(task -> unplaced.put(task.id(), task));
        }
        var sequence = all.stream()
                .flatMap(was -> Stream.ofNullable(unplaced.get(was.id())))
                .collect(Collectors.toCollection(ArrayList::new));
        sequence.addAll(newcomers);
        placed.sort(Comparator.comparingInt(Placed::place));
        placed.forEach(next -> sequence.add(Math.min(next.place() - 1, sequence.size()), next.task()));
        return new Tasks(sequence);
    }

    private record Placed(int place, ProductTask task) {}

    /** These tasks with weights that sum to exactly 100.00; their total must be above 0. */
    Tasks normalized() {
        var weights = Weights.normalized(weights());
        return new Tasks(IntStream.range(0, all.size())
                .mapToObj(i -> all.get(i).weighing(weights.get(i)))
                .toList());
    }

    /** These tasks without references to what is not there any more. */
    Tasks within(Facets facets) {
        return new Tasks(all.stream().map(task -> task.within(facets)).toList());
    }

    private static DomainException missing() {
        return new DomainException(ErrorCode.TASK_NOT_FOUND, "The product has no such task.");
    }
}
