package dev.cairn.application.adoption.rollout;

import dev.cairn.application.adoption.port.ProductVersions;
import dev.cairn.application.adoption.rollout.port.RollOuts;
import dev.cairn.application.jobs.published.JobBook;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Creation;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.jobs.published.JobKind;
import dev.cairn.domain.shared.JobId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;

@Singleton
class RollOutProductHandler extends Creation<RollOutProduct.Command, JobId> implements RollOutProduct {
    private final ProductVersions products;
    private final RollOuts rollOuts;
    private final JobBook book;

    RollOutProductHandler(Frame frame, ProductVersions products, RollOuts rollOuts, JobBook book) {
        super(frame, Permission.ADOPTION_WRITE);
        this.products = products;
        this.rollOuts = rollOuts;
        this.book = book;
    }

    @Override
    protected Uni<JobId> create(Command command, Call call) {
        var job = new JobId(ids().next());
        var filter = command.filter();
        return products.current(command.product())
                .chain(() -> rollOuts.seen(filter.customers().orElse(Set.of())))
                .invoke(filter::requireSeen)
                .chain(() -> book.open(job, JobKind.ROLL_OUT, RollOutParameters.of(command), call))
                .chain(() -> rollOuts.select(job, command.product(), filter))
                .replaceWith(job);
    }
}
