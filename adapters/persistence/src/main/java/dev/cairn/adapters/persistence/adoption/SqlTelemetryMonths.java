package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Reads;
import dev.cairn.application.adoption.telemetry.port.TelemetryMonths;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;

/** The months are tables, and tables are the owner's: its functions are all that the service may call. */
@Singleton
class SqlTelemetryMonths implements TelemetryMonths {
    private final Reads reads;

    SqlTelemetryMonths(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Uni<Integer> make(Instant first, Instant last) {
        return reads.outside(
                        "select make_telemetry_months($1, $2)", Line::count, Columns.time(first), Columns.time(last))
                .map(made -> made.get(0));
    }

    @Override
    public Uni<Integer> dropBefore(Instant instant) {
        return reads.outside("select drop_telemetry_before($1)", Line::count, Columns.time(instant))
                .map(dropped -> dropped.get(0));
    }
}
