package dev.cairn.adapters.rest.description;

import dev.cairn.adapters.rest.shared.Creates;
import dev.cairn.adapters.rest.shared.Retries;
import dev.cairn.adapters.rest.shared.Tagged;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/**
 * Writes what holds for operations by their nature: entity tags of single resources, preconditions of changes, keys of
 * repeatable requests, and patches, in which nothing is required and null removes.
 */
final class Conditions {
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

    private static final String TAG =
            "The tag of the state that is shown: its version, and a digest of the figures that"
                    + " move without it where there are some.";
    private static final String UNLESS =
            "Answers 304 without a body when the resource still has one of these tags; `*` stands for any.";
    private static final String ONLY =
            "Changes the resource only while its version is that of one of these tags, otherwise"
                    + " 412; `*` stands for any. Without it the last write wins, save where an organisation asks for it (428).";
    private static final String KEY =
            "A key of your own for this request, of visible characters. The same request under"
                    + " the same key is done once: for 24 hours its first answer is given again.";
    private static final String TAG_EXAMPLE = "\"3\"";

    /** The longest list of tags that makes sense. */
    private static final int MAX_TAGS = 4_000;

    private final Set<String> tagged;
    private final Set<String> creations;

    Conditions(IndexView index) {
        creations = index.getAnnotations(DotName.createSimple(Creates.class)).stream()
                .map(creates -> OperationIds.of(creates.target().asMethod()))
                .collect(Collectors.toSet());
        tagged = index.getAllKnownImplementations(DotName.createSimple(Tagged.class)).stream()
                .map(type -> type.declaredAnnotation(SCHEMA).value("name").asString())
                .collect(Collectors.toSet());
    }

    /** Whether the operation changes something that is there, and so may be told in which state it is meant to be. */
    boolean isChange(Document.Place place) {
        return place.method() != HttpMethod.GET && !creations.contains(place.name());
    }

    /** Whether the operation may be sent again under a key. */
    static boolean isRepeatable(Document.Place place) {
        return place.method() == HttpMethod.POST;
    }

    /**
     * Whether the operation answers one resource without saying in which state it is; a POST that changes many answers with
     * many, and one whose work comes later says where to look for it.
     */
    boolean lacksTag(Document.Place place) {
        var isShown = shown(place).isPresent() || place.method() == HttpMethod.GET;
        return isShown && !isAnswerOfAnotherSort(place) && !hasTag(place) && !isPage(place);
    }

    private static boolean isAnswerOfAnotherSort(Document.Place place) {
        return place.method() == HttpMethod.POST
                && (place.answers().containsKey("200") || place.answers().containsKey("202"));
    }

    /** As it was described: a file is a text without a name by then. */
    private static boolean hasTag(Document.Place place) {
        return success(place)
                .filter(answer -> Document.orEmpty(answer.getHeaders()).containsKey(HttpHeaders.ETAG))
                .isPresent();
    }

    private static boolean isPage(Document.Place place) {
        return shown(place)
                .map(name -> place.document().named().get(name))
                .map(Schema::getProperties)
                .filter(properties -> properties.containsKey("items"))
                .isPresent();
    }

    void describe(Document document) {
        var patches = new HashMap<String, Schema>();
        for (var place : document.operations()) {
            if (shown(place).filter(tagged::contains).isPresent()) {
                success(place).ifPresent(answer -> answer.addHeader(HttpHeaders.ETAG, tag()));
                if (place.method() == HttpMethod.GET) {
                    add(place, HttpHeaders.IF_NONE_MATCH, UNLESS, MAX_TAGS, TAG_EXAMPLE);
                    place.operation()
                            .getResponses()
                            .addAPIResponse(
                                    "304",
                                    OASFactory.createAPIResponse()
                                            .description("It is as the caller has it.")
                                            .addHeader(HttpHeaders.ETAG, tag()));
                }
            }
            if (isChange(place)) {
                add(place, HttpHeaders.IF_MATCH, ONLY, MAX_TAGS, TAG_EXAMPLE);
            }
            if (isRepeatable(place)) {
                add(place, Retries.KEY, KEY, Retries.MAX_KEY, "order-4711-line-2");
                success(place).ifPresent(answer -> answer.addHeader(Retries.REPLAYED, replayed()));
            }
            if (place.method() == HttpMethod.PATCH) {
                place.body().values().forEach(media -> asPatch(document, media.getSchema(), patches));
            }
        }
        patches.forEach(document.components()::addSchema);
    }

    private static void add(Document.Place place, String name, String description, int longest, String example) {
        place.operation()
                .addParameter(OASFactory.createParameter()
                        .name(name)
                        .in(Parameter.In.HEADER)
                        .description(description)
                        .schema(text(longest))
                        .example(example));
    }

    private static Header tag() {
        return OASFactory.createHeader()
                .description(TAG)
                .required(true)
                .schema(text(64))
                .example(TAG_EXAMPLE);
    }

    private static Header replayed() {
        return OASFactory.createHeader()
                .description("Says `true` when the answer was given before.")
                .schema(text(4).addEnumeration("true"))
                .example("true");
    }

    private static Schema text(int longest) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .minLength(1)
                .maxLength(longest);
    }

    private static Optional<APIResponse> success(Document.Place place) {
        return place.answers().entrySet().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The name of the schema of what is answered when all goes well. */
    private static Optional<String> shown(Document.Place place) {
        return success(place)
                .flatMap(answer -> Document.mediaTypes(answer.getContent()).values().stream()
                        .findFirst())
                .map(media -> media.getSchema())
                .flatMap(schema -> Optional.ofNullable(Document.referred(schema)));
    }

    /** The body of a patch is that of the PUT with nothing required, under a name of its own. */
    private static void asPatch(Document document, Schema body, Map<String, Schema> patches) {
        var whole = Document.referred(body);
        if (whole == null || whole.endsWith("Patch")) {
            return;
        }
        var name = whole + "Patch";
        patches.computeIfAbsent(name, fresh -> patch(document.resolved(body)));
        body.setRef(Document.reference(name));
    }

    private static Schema patch(Schema whole) {
        var required = Document.orEmpty(whole.getRequired());
        var properties = new LinkedHashMap<String, Schema>();
        Document.orEmpty(whole.getProperties())
                .forEach((name, property) ->
                        properties.put(name, required.contains(name) ? copy(property) : removable(property)));
        return OASFactory.createSchema()
                .type(whole.getType())
                .description("What changes: " + whole.getDescription() + " Null removes, what is left out stays.")
                .properties(properties)
                .examples(whole.getExamples());
    }

    /**
     * The same property, which null removes and which has no value of its own when it is left out. One that refers to an
     * enumeration takes null all the same, but says so in words: a reference or null is what generators stumble over.
     */
    private static Schema removable(Schema property) {
        var copy = copy(property);
        copy.setDefaultValue(null);
        if (property.getType() != null) {
            copy.setType(List.of(property.getType().get(0), Schema.SchemaType.NULL));
        }
        return copy;
    }

    private static Schema copy(Schema property) {
        var copy = OASFactory.createSchema();
        copy.setAll(property.getAll());
        if (property.getType() != null) {
            copy.setType(List.copyOf(property.getType()));
        }
        return copy;
    }
}
