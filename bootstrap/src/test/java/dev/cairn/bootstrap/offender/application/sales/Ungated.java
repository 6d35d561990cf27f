package dev.cairn.bootstrap.offender.application.sales;

import dev.cairn.application.shared.Envelope;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.UseCase;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** A use case that walks around the gate. */
class Ungated implements UseCase<GuardedCommand, String> {
    @Override
    public <A> Uni<A> handle(Envelope<String, A> envelope, Supplier<GuardedCommand> command) {
        return Uni.createFrom().item(envelope.renderer().render("done"));
    }
}
