package dev.cairn.application.shared;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Finds the standing of the customer behind a target, inside the unit of work at hand. */
public interface Standings {
    /**
     * Empty when there is no such target, or none that the scope sees: nobody can tell the two apart. Fails with
     * ASSIGNMENT_NOT_FOUND when the customer is seen and has no such assignment.
     */
    Uni<Optional<Standing>> find(ReadScope scope, Target target);
}
