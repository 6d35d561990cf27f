package dev.cairn.application.catalog;

import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.catalog.SolutionDetails;
import dev.cairn.domain.shared.SolutionId;
import java.util.function.UnaryOperator;

/** Somebody rewrites what a solution says of itself, and which products it holds; its parts stay. */
public interface UpdateSolution extends UseCase<UpdateSolution.Command, ProductView> {
    /**
     * What it is to be.
     *
     * @param details makes the details as they are to be of those that are
     */
    record Command(SolutionId solution, UnaryOperator<SolutionDetails> details) implements SolutionChange.OfSolution {}
}
