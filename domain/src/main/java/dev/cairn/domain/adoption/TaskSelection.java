package dev.cairn.domain.adoption;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.TaskId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tasks of one plan that somebody chose to change together.
 *
 * @param ids 1 to 1,000 ids, in the order chosen
 */
public record TaskSelection(Set<TaskId> ids) {
    /** The most that one change takes. */
    public static final int MAX = 1_000;

    private static final String POINTER = "/taskIds";

    public TaskSelection {
        if (ids.isEmpty() || ids.size() > MAX) {
            throw new DomainException(
                    ErrorCode.VALIDATION_ERROR,
                    "The request has a fault.",
                    new Fault(POINTER, Fault.Code.LENGTH, "1 to " + MAX + " tasks"));
        }
        ids = Selection.copy(ids);
    }

    /**
     * A selection as somebody wrote it.
     *
     * @throws DomainException VALIDATION_ERROR with LENGTH when there are none or too many, DUPLICATE for every id that
     *     is there again
     */
    public static TaskSelection of(List<TaskId> ids) {
        var faults = new Faults();
        var distinct = Selection.distinct(faults, POINTER, ids);
        var selection = new TaskSelection(distinct);
        faults.orThrow();
        return selection;
    }

    /**
     * The chosen tasks, in the order chosen, or none of them.
     *
     * @param ofPlan those of the chosen tasks that the plan has
     * @throws DomainException TASK_NOT_OF_PLAN or TASK_ARCHIVED, with every task that is to blame
     */
    public List<CustomerTask> from(Collection<CustomerTask> ofPlan) {
        var found = ofPlan.stream().collect(Collectors.toMap(CustomerTask::id, Function.identity()));
        refuseAny(id -> !found.containsKey(id), ErrorCode.TASK_NOT_OF_PLAN, "not a task of the plan");
        var chosen = ids.stream().map(found::get).toList();
        var archived = chosen.stream()
                .filter(CustomerTask::isArchived)
                .map(CustomerTask::id)
                .collect(Collectors.toSet());
        refuseAny(archived::contains, ErrorCode.TASK_ARCHIVED, "archived, no longer part of the plan");
        return chosen;
    }

    private void refuseAny(Predicate<TaskId> isWrong, ErrorCode code, String message) {
        var faults = new ArrayList<Fault>();
        int i = 0;
        for (var id : ids) {
            if (isWrong.test(id)) {
                faults.add(new Fault(POINTER + "/" + i, Fault.Code.REFERENCE, message));
            }
            i++;
        }
        if (!faults.isEmpty()) {
            throw new DomainException(
                    code, "Nothing was changed: " + faults.size() + " of the tasks cannot be.", faults);
        }
    }
}
