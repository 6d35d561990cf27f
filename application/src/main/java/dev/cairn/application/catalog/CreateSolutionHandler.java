package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.catalog.view.ImportedProduct;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Creation;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.catalog.Solution;
import dev.cairn.domain.shared.SolutionId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

@Singleton
class CreateSolutionHandler extends Creation<CreateSolution.Command, ImportedProduct> implements CreateSolution {
    private final Offerings offerings;

    CreateSolutionHandler(Frame frame, Offerings offerings) {
        super(frame, Permission.CATALOG_WRITE);
        this.offerings = offerings;
    }

    @Override
    protected Uni<ImportedProduct> create(Command command, Call call) {
        var id = new SolutionId(ids().next());
        var created =
                Solution.create(id, command.document(), command.normalize(), ids()::next, call.actor(), call.now());
        return offerings
                .add(created.offering())
                .replaceWith(() -> new ImportedProduct(
                        new ProductView(created.offering().snapshot()), created.weightsNormalizedFrom()));
    }
}
