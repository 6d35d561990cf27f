package dev.cairn.bootstrap.observation;

import dev.cairn.application.shared.Ending;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.application.shared.Watch;
import dev.cairn.application.shared.Work;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.Locale;

/** Makes a span of each unit of work and each read, below that of the request and above those of its statements. */
final class WorkSpans implements Watch {
    private final Tracer tracer;
    private final Watch next;

    /**
     * Spans beside what another watch makes of the work.
     *
     * @param next looks on as well
     */
    WorkSpans(Tracer tracer, Watch next) {
        this.tracer = tracer;
        this.next = next;
    }

    @Override
    public Look begins(Work work) {
        return look(work.name(), next.begins(work));
    }

    @Override
    public Look begins(ReadScope scope) {
        return look(scope.right().name(), next.begins(scope));
    }

    @SuppressWarnings("MustBeClosedChecker") // closed at the end of the work, which comes after that of this method
    private Look look(String name, Look other) {
        var span = tracer.spanBuilder(name).startSpan();
        var place = span.makeCurrent();
        return how -> {
            other.ended(how);
            span.setAttribute("cairn.outcome", how.name().toLowerCase(Locale.ROOT));
            if (how == Ending.FAILED || how == Ending.UNAVAILABLE) {
                span.setStatus(StatusCode.ERROR);
            }
            place.close();
            span.end();
        };
    }
}
