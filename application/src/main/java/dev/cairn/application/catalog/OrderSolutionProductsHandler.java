package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.shared.Call;
import dev.cairn.domain.catalog.Solution;
import jakarta.inject.Singleton;

@Singleton
class OrderSolutionProductsHandler extends SolutionChange<OrderSolutionProducts.Command>
        implements OrderSolutionProducts {
    OrderSolutionProductsHandler(Frame frame, Offerings offerings) {
        super(frame, offerings);
    }

    @Override
    void behave(Solution solution, Command command, Call call) {
        solution.orderProducts(command.order(), call.actor(), call.now());
    }
}
