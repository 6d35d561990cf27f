package dev.cairn.adapters.rest.description;

import dev.cairn.adapters.rest.shared.ProblemMapper;
import dev.cairn.adapters.rest.shared.Refuses;
import dev.cairn.domain.shared.ErrorCode;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Writes the refusals of every operation, from {@link Refuses} and from what all have in common. */
final class Refusals {
    /** What every operation behind a token can answer with. */
    private static final Set<ErrorCode> OF_ALL = EnumSet.of(
            ErrorCode.MALFORMED_REQUEST,
            ErrorCode.UNAUTHENTICATED,
            ErrorCode.FORBIDDEN,
            ErrorCode.NOT_ACCEPTABLE,
            ErrorCode.RATE_LIMITED,
            ErrorCode.INTERNAL_ERROR,
            ErrorCode.UNAVAILABLE);

    /** What every operation that takes a body can answer with. */
    private static final Set<ErrorCode> OF_BODIES =
            EnumSet.of(ErrorCode.PAYLOAD_TOO_LARGE, ErrorCode.UNSUPPORTED_MEDIA_TYPE);

    /** What every change of something that is there can answer with. */
    private static final Set<ErrorCode> OF_CHANGES =
            EnumSet.of(ErrorCode.VALIDATION_ERROR, ErrorCode.VERSION_CONFLICT, ErrorCode.IF_MATCH_REQUIRED);

    /** What every request that may be sent again under a key can answer with. */
    private static final Set<ErrorCode> OF_REPEATABLE =
            EnumSet.of(ErrorCode.VALIDATION_ERROR, ErrorCode.IDEMPOTENCY_KEY_REUSED, ErrorCode.IDEMPOTENCY_KEY_IN_USE);

    private final Map<String, Set<ErrorCode>> own = new HashMap<>();

    Refusals(IndexView index) {
        index.getAnnotations(DotName.createSimple(Refuses.class)).forEach(refuses -> {
            var codes = EnumSet.noneOf(ErrorCode.class);
            for (var code : refuses.value().asEnumArray()) {
                codes.add(ErrorCode.valueOf(code));
            }
            var method = refuses.target().asMethod();
            own.put(OperationIds.of(method), codes);
            if (OperationIds.isShared(method)) {
                own.put(
                        Twins.name(OperationIds.of(method)),
                        codes.stream().map(Twins::code).collect(Collectors.toSet()));
            }
        });
    }

    /** Whether the operation says what it refuses. */
    boolean areSaid(Document.Place place) {
        return own.containsKey(place.name());
    }

    void describe(Document document, Conditions conditions) {
        var heard = EnumSet.noneOf(ErrorCode.class);
        for (var place : document.operations()) {
            var codes = EnumSet.copyOf(OF_ALL);
            if (!place.body().isEmpty()) {
                codes.addAll(OF_BODIES);
            }
            if (conditions.isChange(place)) {
                codes.addAll(OF_CHANGES);
            }
            if (Conditions.isRepeatable(place)) {
                codes.addAll(OF_REPEATABLE);
            }
            codes.addAll(own.getOrDefault(place.name(), Set.of()));
            heard.addAll(codes);
            new TreeMap<Integer, List<ErrorCode>>(
                            codes.stream().collect(Collectors.groupingBy(code -> ProblemMapper.status(code.kind()))))
                    .forEach((status, refused) -> place.operation()
                            .getResponses()
                            .addAPIResponse(String.valueOf(status), response(document, refused)));
        }
        document.components().setResponses(Document.sorted(document.components().getResponses()));
        heard.forEach(code -> document.components()
                .addExample(
                        code.name(),
                        OASFactory.createExample().summary(code.title()).value(example(code))));
    }

    /** What one code of all operations refuses is described once. */
    private static APIResponse response(Document document, List<ErrorCode> codes) {
        var code = codes.get(0);
        if (codes.size() > 1 || !(OF_ALL.contains(code) || OF_BODIES.contains(code))) {
            return response(codes);
        }
        document.components().addResponse(code.name(), response(codes));
        return OASFactory.createAPIResponse().ref(Document.ANSWERS + code.name());
    }

    private static APIResponse response(List<ErrorCode> codes) {
        var media =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(Document.reference("Problem")));
        codes.forEach(code ->
                media.addExample(code.name(), OASFactory.createExample().ref("#/components/examples/" + code.name())));
        return OASFactory.createAPIResponse()
                .description(codes.stream()
                        .map(code -> code.title() + " (`" + code + "`).")
                        .collect(Collectors.joining(" ")))
                .content(OASFactory.createContent().addMediaType(ProblemMapper.PROBLEM.toString(), media));
    }

    private static Map<String, Object> example(ErrorCode code) {
        var example = new LinkedHashMap<String, Object>();
        example.put("type", ProblemMapper.type(code));
        example.put("title", code.title());
        example.put("status", ProblemMapper.status(code.kind()));
        example.put("detail", code.title() + ".");
        example.put("instance", "/api/v1/customers/" + Bounds.ID_EXAMPLE);
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
