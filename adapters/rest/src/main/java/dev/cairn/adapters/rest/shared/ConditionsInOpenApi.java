package dev.cairn.adapters.rest.shared;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Writes into the description what holds for operations by their nature: entity tags of single resources, preconditions of
 * changes, keys of repeatable requests, and patches, in which nothing is required. A read that answers neither a page nor
 * a {@link Tagged} resource fails the build.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ConditionsInOpenApi implements OASFilter {
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final String REFERENCE = "#/components/schemas/";

    private final Set<String> tagged;

    public ConditionsInOpenApi(IndexView index) {
        tagged = index.getAllKnownImplementations(DotName.createSimple(Tagged.class)).stream()
                .map(type -> type.declaredAnnotation(SCHEMA).value("name").asString())
                .collect(Collectors.toSet());
    }

    /** Whether the operation changes something that is there, and so may be told in which state it is meant to be. */
    static boolean isChange(PathItem.HttpMethod method, Operation operation) {
        return method != PathItem.HttpMethod.GET
                && !operation.getResponses().hasAPIResponse("201")
                && !operation.getResponses().hasAPIResponse("202");
    }

    @Override
    public void filterOpenAPI(OpenAPI openApi) {
        openApi.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith("/api/")) {
                item.getOperations().forEach((method, operation) -> describe(openApi, method, operation));
            }
        });
    }

    private void describe(OpenAPI openApi, PathItem.HttpMethod method, Operation operation) {
        var shown = success(operation).flatMap(ConditionsInOpenApi::shown);
        if (shown.filter(tagged::contains).isPresent()) {
            success(operation).ifPresent(response -> response.addHeader(HttpHeaders.ETAG, header(TAG, TAG_EXAMPLE)));
            if (method == PathItem.HttpMethod.GET) {
                operation.addParameter(parameter(HttpHeaders.IF_NONE_MATCH, UNLESS, TAG_EXAMPLE, 4_000));
                operation
                        .getResponses()
                        .addAPIResponse(
                                "304",
                                OASFactory.createAPIResponse()
                                        .description("It is as the caller has it")
                                        .addHeader(HttpHeaders.ETAG, header(TAG, TAG_EXAMPLE)));
            }
        } else if (method == PathItem.HttpMethod.GET && !isPage(openApi, shown)) {
            throw new IllegalStateException("operation " + operation.getOperationId()
                    + " answers a single resource without an entity tag: " + shown + " is not Tagged");
        }
        if (isChange(method, operation)) {
            operation.addParameter(parameter(HttpHeaders.IF_MATCH, ONLY, "\"3\"", 4_000));
        }
        if (method == PathItem.HttpMethod.POST) {
            operation.addParameter(parameter(Retries.KEY, KEY, "5f0c2a9e-1b7d-4a53-9c0e-order-17", 255));
            success(operation)
                    .ifPresent(response -> response.addHeader(
                            Retries.REPLAYED,
                            OASFactory.createHeader()
                                    .description("Says true when the answer was given before.")
                                    .schema(OASFactory.createSchema()
                                            .addType(Schema.SchemaType.BOOLEAN)
                                            .addExample(true))));
        }
        if (method == PathItem.HttpMethod.PATCH) {
            asPatch(openApi, operation);
        }
    }

    private static final String TAG =
            "The tag of the state that is shown: its version, and a digest of the figures that"
                    + " move without it where there are some.";
    private static final String TAG_EXAMPLE = "\"3\"";
    private static final String UNLESS = "Answers 304 without a body when the resource still has one of these tags.";
    private static final String ONLY = "Changes the resource only while its version is that of one of these tags;"
            + " otherwise 412. Without it, the last write wins.";
    private static final String KEY = "A key of your own for this request. The same request under the same key is done"
            + " once: for 24 hours its first answer is given again.";

    private static Optional<APIResponse> success(Operation operation) {
        return operation.getResponses().getAPIResponses().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("2"))
                .map(java.util.Map.Entry::getValue)
                .findFirst();
    }

    /** The name of the schema that an answer has, if it has one. */
    private static Optional<String> shown(APIResponse response) {
        return Optional.ofNullable(response.getContent())
                .flatMap(content -> content.getMediaTypes().values().stream().findFirst())
                .flatMap(media -> Optional.ofNullable(media.getSchema()))
                .flatMap(schema -> Optional.ofNullable(schema.getRef()))
                .map(ConditionsInOpenApi::name);
    }

    private static String name(String reference) {
        return reference.substring(REFERENCE.length());
    }

    private static boolean isPage(OpenAPI openApi, Optional<String> shown) {
        return shown.map(name -> openApi.getComponents().getSchemas().get(name))
                .map(Schema::getProperties)
                .filter(properties -> properties.containsKey("items"))
                .isPresent();
    }

    private static Header header(String description, String example) {
        return OASFactory.createHeader().description(description).schema(text(example, 255));
    }

    private static Parameter parameter(String name, String description, String example, int longest) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(text(example, longest));
    }

    private static Schema text(String example, int longest) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .minLength(1)
                .maxLength(longest)
                .addExample(example);
    }

    /** The body of a patch is that of the PUT with nothing required: published under a name of its own. */
    private static void asPatch(OpenAPI openApi, Operation operation) {
        var schemas = openApi.getComponents().getSchemas();
        operation.getRequestBody().getContent().getMediaTypes().values().forEach(media -> {
            var whole = name(media.getSchema().getRef());
            Optional.ofNullable(schemas.get(whole))
                    .filter(schema -> schema.getRequired() != null)
                    .ifPresent(schema -> {
                        openApi.getComponents().addSchema(whole + "Patch", patch(schema));
                        media.getSchema().setRef(REFERENCE + whole + "Patch");
                    });
        });
    }

    private static Schema patch(Schema whole) {
        return OASFactory.createSchema()
                .type(whole.getType())
                .description(whole.getDescription() + " As a merge patch: null removes, what is left out stays.")
                .properties(whole.getProperties())
                .examples(whole.getExamples());
    }
}
