package dev.cairn.adapters.rest.telemetry.sheet;

import dev.cairn.domain.shared.DomainException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;

/**
 * Writes and reads telemetry as a table, away from the event loop: unpacking and parsing take longer than it may stand
 * still. What follows runs on the caller's context again.
 */
@Singleton
public class Spreadsheets {
    /** The table as a file. A value that is too long for a cell of a workbook is left blank there. */
    public Uni<byte[]> write(SheetFormat format, List<SheetRow> rows) {
        return away(() -> written(format, rows));
    }

    /**
     * What the file holds. It fails with a {@link DomainException}: UNSUPPORTED_MEDIA_TYPE when the file is not of the format
     * or has macros, PAYLOAD_TOO_LARGE when a workbook unpacks to too much, MALFORMED_REQUEST when it is damaged, and
     * VALIDATION_ERROR when the sheet {@code Telemetry_Data} or columns are missing, or there is too much in it.
     */
    public Uni<SheetContent> read(SheetFormat format, byte[] file) {
        return away(() -> content(format, file));
    }

    static byte[] written(SheetFormat format, List<SheetRow> rows) {
        return format == SheetFormat.XLSX ? XlsxWriter.write(rows) : CsvWriter.write(rows);
    }

    static SheetContent content(SheetFormat format, byte[] file) {
        return format == SheetFormat.XLSX ? XlsxReader.read(file) : CsvReader.read(file);
    }

    static <T> Uni<T> away(Supplier<T> work) {
        return Uni.createFrom().deferred(() -> {
            var here = Vertx.currentContext();
            var done = Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
            return here == null ? done : done.emitOn(next -> here.runOnContext(back -> next.run()));
        });
    }
}
