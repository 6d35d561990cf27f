package dev.cairn.adapters.rest.description;

import dev.cairn.adapters.rest.shared.ProblemMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Writes the headers that belong to a status, whatever the operation. */
final class Headers {
    private static final String LOCATION = "Location";
    private static final String AUTHENTICATE = "WWW-Authenticate";
    private static final String RETRY = "Retry-After";
    private static final String LIMIT = "RateLimit";
    private static final String POLICY = "RateLimit-Policy";

    /** Which header answers of a status have. */
    private static final Map<String, String> OF_STATUS =
            Map.of("201", LOCATION, "202", LOCATION, "401", AUTHENTICATE, "429", RETRY, "503", RETRY);

    private static final Map<String, Header> DESCRIBED = Map.of(
            LOCATION,
            text("Where the new resource is from now on.", 2_048, "/api/v1/customers/" + Bounds.ID_EXAMPLE)
                    .required(true),
            AUTHENTICATE,
            text("How to say who you are: with a bearer token.", 255, "Bearer").required(true),
            RETRY,
            OASFactory.createHeader()
                    .description("After how many seconds it is worth trying again.")
                    .required(true)
                    .schema(OASFactory.createSchema()
                            .type(List.of(SchemaType.INTEGER))
                            .format("int32")
                            .minimum(BigDecimal.ZERO)
                            .maximum(BigDecimal.valueOf(86_400)))
                    .example(ProblemMapper.RETRY_AFTER),
            POLICY,
            text(
                    "The quotas that requests are counted by, `q` requests in `w` seconds each; only while they are counted, and of whom it is known.",
                    255,
                    "\"client\";q=6000;w=60, \"organisation\";q=18000;w=60"),
            LIMIT,
            text(
                    "What is left of each quota: `r` requests, and all of them again in `t` seconds.",
                    255,
                    "\"client\";r=5999;t=1, \"organisation\";r=17999;t=1"));

    private Headers() {}

    static void describe(Document document) {
        for (var place : document.operations()) {
            place.answers().forEach((status, answer) -> {
                var name = OF_STATUS.get(status);
                if (name != null) {
                    add(document, answer, name);
                }
                add(document, answer, LIMIT);
                add(document, answer, POLICY);
            });
        }
    }

    private static void add(Document document, APIResponse answer, String name) {
        if (!Document.orEmpty(answer.getHeaders()).containsKey(name)) {
            answer.addHeader(name, OASFactory.createHeader().ref("#/components/headers/" + name));
            document.components().addHeader(name, DESCRIBED.get(name));
        }
    }

    private static Header text(String description, int maxLength, String example) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema()
                        .type(List.of(SchemaType.STRING))
                        .minLength(1)
                        .maxLength(maxLength))
                .example(example);
    }
}
