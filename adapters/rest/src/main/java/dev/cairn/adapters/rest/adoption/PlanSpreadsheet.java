package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.adapters.rest.telemetry.sheet.SheetFormat;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;

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
        description = "A plan's telemetry as a file.")
record PlanSpreadsheet(EntityTag etag, SheetFormat format, String name) implements Tagged {
    /** The file with its bytes. */
    RestResponse<byte[]> answer(byte[] bytes) {
        var type = format == SheetFormat.CSV ? format.mediaType() + ";charset=UTF-8" : format.mediaType();
        return tagged(RestResponse.ResponseBuilder.ok(bytes))
                .type(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + "." + format.extension() + "\"")
                .build();
    }

    /** That the caller has it already. */
    RestResponse<byte[]> notModified() {
        return tagged(RestResponse.ResponseBuilder.<byte[]>create(RestResponse.Status.NOT_MODIFIED))
                .build();
    }

    private RestResponse.ResponseBuilder<byte[]> tagged(RestResponse.ResponseBuilder<byte[]> answer) {
        return answer.header(HttpHeaders.ETAG, etag.value()).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
}
