package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.catalog.Solution;
import dev.cairn.domain.shared.SolutionId;
import io.smallrye.mutiny.Uni;

/** A change of what only solutions have; what they share with products is an {@link OfferingChange}. */
abstract class SolutionChange<C extends SolutionChange.OfSolution> extends Change<C, Solution, ProductView> {
    private final Offerings offerings;

    /** A command about one solution. */
    interface OfSolution extends OfferingChange.OfCatalogue {
        SolutionId solution();
    }

    SolutionChange(Frame frame, Offerings offerings) {
        super(frame, Permission.CATALOG_WRITE);
        this.offerings = offerings;
    }

    @Override
    protected final Uni<Solution> find(C command) {
        return offerings.get(command.solution());
    }

    @Override
    protected final Uni<ProductView> change(Solution solution, C command, Call call) {
        behave(solution, command, call);
        return offerings.save(solution).replaceWith(() -> new ProductView(solution.snapshot()));
    }

    /** The one behaviour that the use case is about. */
    abstract void behave(Solution solution, C command, Call call);
}
