package dev.cairn.adapters.rest.telemetry.sheet;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVParser;

/** Reads comma-separated values; a row is a record, however many lines its texts have. */
final class CsvReader {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvReader() {}

    static SheetContent read(byte[] bytes) {
        var table = new RowReader();
        try (var parser = CSVParser.parse(text(bytes), CsvWriter.FORMAT)) {
            for (var row : parser) {
                if (row.size() > SheetLimits.MAX_COLUMNS) {
                    throw DomainException.invalid(
                            Fault.Code.LENGTH, "a row has at most " + SheetLimits.MAX_COLUMNS + " columns");
                }
                table.row(
                        (int) row.getRecordNumber(),
                        row.stream().map(Neutral::meant).map(Cell.Words::new).toList());
            }
            return table.content();
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw malformed("The file is not CSV: a quotation mark is missing or stands in the wrong place.");
        }
    }

    private static String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw malformed("The file is not UTF-8; save it as \"CSV UTF-8\".");
        }
    }

    private static DomainException malformed(String detail) {
        return new DomainException(ErrorCode.MALFORMED_REQUEST, detail);
    }
}
