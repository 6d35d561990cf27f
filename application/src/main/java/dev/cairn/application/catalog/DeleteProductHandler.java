package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.OfferingUse;
import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.catalog.Solution;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class DeleteProductHandler extends Change<DeleteProduct.Command, Offering, ProductView> implements DeleteProduct {
    private final Offerings offerings;
    private final OfferingUse use;

    DeleteProductHandler(Frame frame, Offerings offerings, OfferingUse use) {
        super(frame, Permission.CATALOG_WRITE);
        this.offerings = offerings;
        this.use = use;
    }

    @Override
    protected Uni<Offering> find(Command command) {
        return offerings.get(command.offering());
    }

    @Override
    protected Uni<ProductView> change(Offering offering, Command command, Call call) {
        var done = command.archive() ? archive(offering, call) : delete(offering, call);
        return done.map(stored -> new ProductView(offering.snapshot()));
    }

    private Uni<Void> archive(Offering offering, Call call) {
        offering.archive(call.actor(), call.now());
        return offerings.save(offering);
    }

    private Uni<Void> delete(Offering offering, Call call) {
        // Asked while the product is locked: nobody can be assigned to it in between.
        return use.isAssigned(offering.id()).chain(assigned -> {
            offering.delete(assigned, call.actor(), call.now());
            return offerings.remove(offering).chain(() -> leaveSolutions(offering.id(), call));
        });
    }

    private Uni<Void> leaveSolutions(OfferingId gone, Call call) {
        return gone instanceof ProductId product
                ? offerings
                        .holding(product)
                        .chain(solutions -> solutions.stream()
                                .map(solution -> leave(solution, product, call))
                                .reduce(Uni.createFrom().voidItem(), (before, next) -> before.chain(() -> next)))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> leave(Solution solution, ProductId product, Call call) {
        return Uni.createFrom().deferred(() -> {
            solution.lose(product, call.actor(), call.now());
            return offerings.save(solution);
        });
    }
}
