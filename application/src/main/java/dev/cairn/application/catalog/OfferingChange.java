package dev.cairn.application.catalog;

import dev.cairn.application.catalog.port.Offerings;
import dev.cairn.application.shared.Call;
import dev.cairn.application.shared.Change;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.Target;
import dev.cairn.domain.catalog.Offering;
import dev.cairn.domain.shared.OfferingId;
import io.smallrye.mutiny.Uni;

/** A change of one product or solution: load it, let it behave, save it, show what came of it. */
abstract class OfferingChange<C extends OfferingChange.OfOne, R> extends Change<C, Offering, R> {
    private final Offerings offerings;

    /** A command about the organisation's catalogue. */
    interface OfCatalogue extends GuardedCommand {
        @Override
        default Target target() {
            return new Target.OfOrganisation();
        }
    }

    /** A command about one product or solution. */
    interface OfOne extends OfCatalogue {
        OfferingId offering();

        /** Looks for the part that the command is about; fails with its NOT_FOUND. */
        default void seek(Offering offering) {}
    }

    OfferingChange(Frame frame, Offerings offerings) {
        super(frame, Permission.CATALOG_WRITE);
        this.offerings = offerings;
    }

    @Override
    protected final Uni<Offering> find(C command) {
        return offerings.get(command.offering()).invoke(command::seek);
    }

    @Override
    protected final Uni<R> change(Offering offering, C command, Call call) {
        var result = behave(offering, command, call);
        return offerings.save(offering).replaceWith(() -> result);
    }

    /** The one behaviour that the use case is about, and what it shows afterwards. */
    abstract R behave(Offering offering, C command, Call call);
}
