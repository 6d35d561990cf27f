package dev.cairn.bootstrap.observation;

import dev.cairn.application.shared.Ending;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.application.shared.Watch;
import dev.cairn.application.shared.Work;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;

/** Times units of work by the use case they are of, and reads by the right they are made under; each by how it ended. */
final class WorkMeters implements Watch {
    private record Kind(String what, Ending how) {
        String[] labels(String label) {
            return new String[] {label, what, "outcome", how.name().toLowerCase(Locale.ROOT)};
        }
    }

    private final MeterRegistry registry;
    private final Timers<Kind> useCases;
    private final Timers<Kind> reads;

    WorkMeters(MeterRegistry registry) {
        this.registry = registry;
        useCases = new Timers<>(
                registry,
                "cairn.use.case",
                "Units of work, from asking for a connection to the end of the transaction",
                kind -> kind.labels("use_case"));
        reads = new Timers<>(
                registry,
                "cairn.read",
                "Reads, from asking for a connection to the last row",
                kind -> kind.labels("right"));
    }

    @Override
    public Look begins(Work work) {
        return look(useCases, work.name());
    }

    @Override
    public Look begins(ReadScope scope) {
        return look(reads, scope.right().name());
    }

    private Look look(Timers<Kind> timers, String what) {
        var begun = Timer.start(registry);
        return how -> begun.stop(timers.of(new Kind(what, how)));
    }
}
