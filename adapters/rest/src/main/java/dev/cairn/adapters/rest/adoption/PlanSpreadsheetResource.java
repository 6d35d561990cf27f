package dev.cairn.adapters.rest.adoption;

import static dev.cairn.domain.shared.ErrorCode.ADOPTION_PLAN_NOT_FOUND;
import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_INACTIVE;
import static dev.cairn.domain.shared.ErrorCode.CUSTOMER_SUSPENDED;
import static dev.cairn.domain.shared.ErrorCode.TASK_ARCHIVED;
import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;

import dev.cairn.adapters.rest.shared.Answers;
import dev.cairn.adapters.rest.shared.BodyReader;
import dev.cairn.adapters.rest.shared.Document;
import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.EntityTags;
import dev.cairn.adapters.rest.shared.Exchange;
import dev.cairn.adapters.rest.shared.Large;
import dev.cairn.adapters.rest.shared.PathIds;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.adapters.rest.telemetry.sheet.SheetFormat;
import dev.cairn.adapters.rest.telemetry.sheet.SheetRow;
import dev.cairn.adapters.rest.telemetry.sheet.Spreadsheets;
import dev.cairn.application.adoption.telemetry.ImportPlanTelemetry;
import dev.cairn.application.adoption.telemetry.view.PlanTelemetry;
import dev.cairn.application.adoption.telemetry.view.PlanTelemetryViews;
import dev.cairn.application.shared.Permission;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.telemetry.published.Criterion;
import dev.cairn.domain.telemetry.published.Observation;
import dev.cairn.domain.telemetry.published.Requirement;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The telemetry of one plan as a file that people fill in, over HTTP. */
@Path("/api/v1/adoption-plans/{id}/telemetry/spreadsheet")
@Tag(name = "Telemetry")
public class PlanSpreadsheetResource {
    /** What stands in the description where a file stands in a request. */
    private static final String XLSX_EXAMPLE = "The bytes of a workbook.";

    private static final String CSV_EXAMPLE = """
            Task Name,Attribute Name,Data Type,Required,Operator,Expected Value,Current Value,Date,Notes\r
            Connect the identity provider,Provisioned users,NUMBER,Yes,greater than or equal,100,150,2026-11-21T08:00:00Z,After the second wave\r
            """;

    private final Exchange exchange;
    private final PlanTelemetryViews views;
    private final Spreadsheets spreadsheets;
    private final ImportPlanTelemetry importPlanTelemetry;

    PlanSpreadsheetResource(
            Exchange exchange,
            PlanTelemetryViews views,
            Spreadsheets spreadsheets,
            ImportPlanTelemetry importPlanTelemetry) {
        this.exchange = exchange;
        this.views = views;
        this.spreadsheets = spreadsheets;
        this.importPlanTelemetry = importPlanTelemetry;
    }

    /** The forms of a file, as a query names them. */
    private enum Form {
        xlsx(SheetFormat.XLSX),
        csv(SheetFormat.CSV);

        private final SheetFormat format;

        Form(SheetFormat format) {
            this.format = format;
        }
    }

    /** Gives the file. */
    @GET
    @Produces({SheetFormat.XLSX_TYPE, SheetFormat.CSV_TYPE})
    @Operation(
            operationId = "exportPlanTelemetry",
            summary = "Give a plan's telemetry as a spreadsheet",
            description =
                    "Every attribute of the plan's tasks with its latest value, to be filled in and brought back; brought back as it is, it changes nothing. A workbook unless `format` or `Accept` asks for CSV; `format` goes before `Accept`.")
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "The form of the file, whatever `Accept` prefers.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"xlsx", "csv"}),
            example = "xlsx")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            headers =
                    @Header(
                            name = HttpHeaders.CONTENT_DISPOSITION,
                            description = "The name that the file is saved under.",
                            required = true,
                            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 255)),
            content = {
                @Content(
                        mediaType = SheetFormat.XLSX_TYPE,
                        schema = @Schema(implementation = PlanSpreadsheet.class),
                        example = XLSX_EXAMPLE),
                @Content(
                        mediaType = SheetFormat.CSV_TYPE,
                        schema = @Schema(implementation = PlanSpreadsheet.class),
                        example = CSV_EXAMPLE)
            })
    @Refuses({VALIDATION_ERROR, ADOPTION_PLAN_NOT_FOUND})
    public Uni<Response> export(
            @Parameter(description = "The plan's id.") @PathParam("id") String id,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        var scope = exchange.scope(Permission.CUSTOMER_READ);
        var query = Query.of(uri);
        var wanted = query.constant("format", Form.class);
        query.noMore();
        var format = wanted.map(form -> form.format).orElseGet(() -> accepted(headers.getAcceptableMediaTypes()));
        return views.ofPlan(scope, plan(id)).chain(telemetry -> file(telemetry, format, headers));
    }

    /** What the caller has already is not written again: it takes a moment, and nobody would see it. */
    private Uni<Response> file(PlanTelemetry telemetry, SheetFormat format, HttpHeaders headers) {
        var rows =
                telemetry.measures().stream().map(PlanSpreadsheetResource::row).toList();
        var tag = tag(telemetry, format, rows);
        var file = new PlanSpreadsheet(
                tag, format, "telemetry-" + telemetry.plan().plan().id().value());
        return EntityTags.isKnown(tag, headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH))
                ? Uni.createFrom().item(file.notModified())
                : spreadsheets.write(format, rows).map(file::answer);
    }

    private static EntityTag tag(PlanTelemetry telemetry, SheetFormat format, List<SheetRow> rows) {
        var figures = new ArrayList<Object>(rows);
        figures.add(format);
        return EntityTag.of(telemetry.plan().plan().version(), figures.toArray());
    }

    /** The first form that the caller likes; whoever would take anything gets a workbook. */
    private static SheetFormat accepted(List<MediaType> accepted) {
        var workbook = MediaType.valueOf(SheetFormat.XLSX_TYPE);
        var csv = MediaType.valueOf(SheetFormat.CSV_TYPE);
        for (var type : accepted) {
            if (type.isCompatible(workbook)) {
                return SheetFormat.XLSX;
            }
            if (type.isCompatible(csv)) {
                return SheetFormat.CSV;
            }
        }
        return SheetFormat.XLSX;
    }

    private static SheetRow row(PlanTelemetry.Measure measure) {
        var attribute = measure.attribute();
        var asked = attribute.successCriteria().map(Criterion::requirement);
        var latest = attribute.reading().latest();
        return new SheetRow(
                measure.taskName(),
                attribute.name(),
                attribute.dataType(),
                attribute.required(),
                asked.map(Requirement::comparison).orElse(""),
                asked.map(Requirement::expected).orElse(""),
                latest.map(Observation::value),
                latest.map(Observation::observedAt),
                measure.notes());
    }

    /** Takes a file in. */
    @POST
    @Consumes({SheetFormat.XLSX_TYPE, SheetFormat.CSV_TYPE})
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importPlanTelemetry",
            summary = "Bring a plan's telemetry in as a spreadsheet",
            description =
                    "The file that was exported, filled in, or one with the columns Task Name, Attribute Name, Data Type, Current Value and Date. A row without a value is skipped, one that cannot be taken is told with its number and code, and the others go in. `If-Match` looks at the plan itself.")
    @Parameter(
            name = "dryRun",
            in = ParameterIn.QUERY,
            description = "Whether to tell only what would happen.",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @Parameter(
            name = "fullFile",
            in = ParameterIn.QUERY,
            description =
                    "Whether the file holds all there is to say of the plan. After a full file all its tasks are judged, and what two of them in a row do not mention is no longer fresh.",
            schema = @Schema(implementation = Boolean.class, defaultValue = "false"))
    @Parameter(
            name = "evaluate",
            in = ParameterIn.QUERY,
            description = "Whether tasks are judged by it at once.",
            schema = @Schema(implementation = Boolean.class, defaultValue = "true"))
    @Parameter(
            name = "batchId",
            in = ParameterIn.QUERY,
            description = "By which you know the file again; made when absent. A full file counts once under it.",
            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
    @RequestBody(
            required = true,
            description = "The file, 10 MiB at most.",
            content = {
                @Content(
                        mediaType = SheetFormat.XLSX_TYPE,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        format = "binary",
                                        maxLength = BodyReader.MAX_BYTES_LARGE),
                        example = XLSX_EXAMPLE),
                @Content(
                        mediaType = SheetFormat.CSV_TYPE,
                        schema =
                                @Schema(
                                        type = SchemaType.STRING,
                                        format = "binary",
                                        maxLength = BodyReader.MAX_BYTES_LARGE),
                        example = CSV_EXAMPLE)
            })
    @APIResponse(
            responseCode = "200",
            description = "What became of the rows",
            content = @Content(schema = @Schema(implementation = TelemetryImportJson.class)))
    @Refuses({VALIDATION_ERROR, ADOPTION_PLAN_NOT_FOUND, CUSTOMER_SUSPENDED, CUSTOMER_INACTIVE, TASK_ARCHIVED})
    public Uni<RestResponse<TelemetryImportJson>> bringIn(
            @Parameter(description = "The plan's id.") @PathParam("id") String id,
            @Context UriInfo uri,
            @Large Document file) {
        // The road asks for the right as such, too; here it comes before the work that reading the file is.
        exchange.demand(Permission.ADOPTION_WRITE);
        var wish = wish(uri);
        var format = file.is(SheetFormat.CSV_TYPE) ? SheetFormat.CSV : SheetFormat.XLSX;
        return spreadsheets.read(format, file.bytes()).chain(content -> {
            var brought = TelemetryImport.of(plan(id), format, content);
            return importPlanTelemetry.handle(
                    exchange.envelope(recorded -> Answers.ok(brought.told(recorded))), () -> brought.command(wish));
        });
    }

    private static TelemetryImport.Wish wish(UriInfo uri) {
        var query = Query.of(uri);
        var batch = query.key("batchId");
        var fullFile = query.flag("fullFile").orElse(false);
        var evaluate = query.flag("evaluate").orElse(true);
        var dryRun = query.flag("dryRun").orElse(false);
        query.noMore();
        return new TelemetryImport.Wish(batch, fullFile, evaluate, dryRun);
    }

    private static PlanId plan(String path) {
        return new PlanId(PathIds.uuid(path));
    }
}
