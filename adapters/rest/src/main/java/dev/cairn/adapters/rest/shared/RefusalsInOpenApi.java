package dev.cairn.adapters.rest.shared;

import dev.cairn.domain.shared.ErrorCode;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Writes the refusals of every operation into its description, from {@link Refuses} and from what all have in common. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class RefusalsInOpenApi implements OASFilter {
    private static final DotName OPERATION =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.Operation");

    /** What every operation behind a token can answer with. */
    private static final Set<ErrorCode> OF_ALL = EnumSet.of(
            ErrorCode.UNAUTHENTICATED,
            ErrorCode.FORBIDDEN,
            ErrorCode.NOT_ACCEPTABLE,
            ErrorCode.INTERNAL_ERROR,
            ErrorCode.UNAVAILABLE);

    /** What every operation that takes a body can answer with. */
    private static final Set<ErrorCode> OF_BODIES =
            EnumSet.of(ErrorCode.MALFORMED_REQUEST, ErrorCode.PAYLOAD_TOO_LARGE, ErrorCode.UNSUPPORTED_MEDIA_TYPE);

    /** A header that comes with every answer of a status. */
    private record Promise(String name, Schema.SchemaType type, String description) {
        private Header header() {
            return OASFactory.createHeader()
                    .required(true)
                    .description(description)
                    .schema(OASFactory.createSchema().addType(type));
        }
    }

    private static final Map<String, Promise> HEADERS = Map.of(
            "201", new Promise("Location", Schema.SchemaType.STRING, "Where it is from now on."),
            "401", new Promise("WWW-Authenticate", Schema.SchemaType.STRING, "How to say who one is: Bearer."),
            "503", new Promise("Retry-After", Schema.SchemaType.INTEGER, "After how many seconds to try again."));

    private final Map<String, Set<ErrorCode>> refusals = new HashMap<>();

    public RefusalsInOpenApi(IndexView index) {
        index.getAnnotations(DotName.createSimple(Refuses.class)).forEach(refuses -> {
            var codes = EnumSet.noneOf(ErrorCode.class);
            for (var code : refuses.value().asEnumArray()) {
                codes.add(ErrorCode.valueOf(code));
            }
            refusals.put(operationId(refuses.target().asMethod()), codes);
        });
    }

    private static String operationId(MethodInfo method) {
        var operation = method.annotation(OPERATION);
        if (operation == null || operation.value("operationId") == null) {
            throw new IllegalStateException("an operation without an operationId: " + method);
        }
        return operation.value("operationId").asString();
    }

    /** An absent property is left out, never null: what the scanner makes of {@code Optional} is made plain again. */
    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getType() != null && schema.getType().size() > 1) {
            schema.removeType(Schema.SchemaType.NULL);
        }
        var ways = schema.getAnyOf();
        if (ways != null
                && ways.size() == 2
                && List.of(Schema.SchemaType.NULL).equals(ways.get(1).getType())) {
            schema.setAnyOf(null);
            schema.setType(null);
            schema.setRef(ways.get(0).getRef());
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        openApi.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith("/api/")) {
                item.getOperations().values().forEach(this::describe);
            }
        });
    }

    private void describe(Operation operation) {
        var codes = EnumSet.copyOf(OF_ALL);
        if (operation.getRequestBody() != null) {
            codes.addAll(OF_BODIES);
        }
        var own = refusals.get(operation.getOperationId());
        if (own == null) {
            throw new IllegalStateException(
                    "operation " + operation.getOperationId() + " does not say what it refuses: @Refuses");
        }
        codes.addAll(own);
        var byStatus = new TreeMap<Integer, List<ErrorCode>>(
                codes.stream().collect(Collectors.groupingBy(code -> ProblemMapper.status(code.kind()))));
        byStatus.forEach((status, refused) ->
                operation.getResponses().addAPIResponse(String.valueOf(status), response(status, refused)));
        HEADERS.forEach((status, promise) -> {
            var response = operation.getResponses().getAPIResponse(status);
            if (response != null) {
                response.addHeader(promise.name(), promise.header());
            }
        });
    }

    private static APIResponse response(int status, List<ErrorCode> codes) {
        var names = codes.stream().map(ErrorCode::name).sorted().toList();
        var media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        names.forEach(name -> media.addExample(
                name, OASFactory.createExample().summary(name).value(example(ErrorCode.valueOf(name), status))));
        return OASFactory.createAPIResponse()
                .description(String.join(", ", names))
                .content(OASFactory.createContent().addMediaType("application/problem+json", media));
    }

    private static Map<String, Object> example(ErrorCode code, int status) {
        var example = new TreeMap<String, Object>();
        example.put("type", "https://cairn.dev/problems/" + code.slug());
        example.put("title", code.title());
        example.put("status", status);
        example.put("detail", code.title() + ".");
        example.put("instance", "/api/v1/…");
        example.put("code", code.name());
        example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        if (code == ErrorCode.VALIDATION_ERROR) {
            example.put(
                    "errors",
                    List.of(new TreeMap<>(Map.of("pointer", "/name", "code", "REQUIRED", "message", "must be given"))));
        }
        return example;
    }
}
