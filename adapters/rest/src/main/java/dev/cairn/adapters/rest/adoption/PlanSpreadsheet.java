package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.shared.BodyReader;
import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.adapters.rest.telemetry.sheet.SheetFormat;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A plan's telemetry as a file. What goes over the wire is its bytes, so it sets its tag itself.
 *
 * @param etag the tag of what the file shows
 * @param name what it is saved under, without its extension
 */
@Schema(
        name = "TelemetrySpreadsheet",
        type = SchemaType.STRING,
        format = "binary",
        maxLength = BodyReader.MAX_BYTES_LARGE,
        description = "A plan's telemetry as a file.")
record PlanSpreadsheet(EntityTag etag, SheetFormat format, String name) implements Tagged {
    /** The file with its bytes; a {@code RestResponse} of several media types would be written as the text of itself. */
    Response answer(byte[] bytes) {
        var type = format == SheetFormat.CSV ? format.mediaType() + ";charset=UTF-8" : format.mediaType();
        var disposition = "attachment; filename=\"" + name + "." + format.extension() + "\"";
        return tagged(Response.ok(bytes, type))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .build();
    }

    /** That the caller has it already. */
    Response notModified() {
        return tagged(Response.notModified()).build();
    }

    private Response.ResponseBuilder tagged(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.ETAG, etag.value()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
}
