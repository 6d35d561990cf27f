package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Solution;
import dev.cairn.domain.catalog.SolutionDetails;
import jakarta.inject.Singleton;

@Singleton
class UpdateSolutionHandler extends SolutionChange<UpdateSolution.Command> implements UpdateSolution {
    UpdateSolutionHandler(Frame frame, Offerings offerings) {
        super(frame, offerings);
    }

    @Override
    void behave(Solution solution, Command command, Call call) {
        var state = solution.snapshot();
        var details = new SolutionDetails(state.details(), state.products());
        solution.update(command.details().apply(details), call.actor(), call.now());
    }
}
