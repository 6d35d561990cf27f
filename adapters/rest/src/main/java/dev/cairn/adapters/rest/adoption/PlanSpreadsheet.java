package dev.cairn.adapters.rest.adoption;

import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.adapters.rest.telemetry.sheet.SheetFormat;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A plan's telemetry as a file.
 *
 * @param etag the tag of what the file shows, not of its bytes
 * @param bytes the file; never changed
 */
@Schema(
        name = "TelemetrySpreadsheet",
        type = SchemaType.STRING,
        format = "binary",
        description = "A plan's telemetry as a file.")
record PlanSpreadsheet(EntityTag etag, SheetFormat format, byte[] bytes) implements Tagged {}
