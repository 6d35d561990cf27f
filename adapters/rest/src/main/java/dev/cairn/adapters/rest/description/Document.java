package dev.cairn.adapters.rest.description;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** The description while it is made, with the ways through it that all who work on it need. */
record Document(OpenAPI model) {
    /** Where answers are that many operations have. */
    static final String ANSWERS = "#/components/responses/";

    private static final String SCHEMAS = "#/components/schemas/";

    /** An operation and where it stands. */
    record Place(Document document, PathItem.HttpMethod method, String path, Operation operation) {
        /** The name by which people find it. */
        String name() {
            var id = operation.getOperationId();
            return id == null ? method + " " + path : id;
        }

        List<Parameter> parameters() {
            return orEmpty(operation.getParameters());
        }

        /** The media types of its body, by their names; none when it takes no body. */
        Map<String, MediaType> body() {
            var body = operation.getRequestBody();
            return body == null ? Map.of() : mediaTypes(body.getContent());
        }

        /** Its answers by their status; where it refers to one that many have, that one. */
        Map<String, APIResponse> answers() {
            var answers = new LinkedHashMap<String, APIResponse>();
            orEmpty(operation.getResponses().getAPIResponses())
                    .forEach((status, answer) -> answers.put(status, document.resolved(answer)));
            return answers;
        }
    }

    /** Every operation of the API. */
    List<Place> operations() {
        var places = new ArrayList<Place>();
        model.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith("/api/")) {
                item.getOperations()
                        .forEach((method, operation) -> places.add(new Place(this, method, path, operation)));
            }
        });
        return places;
    }

    Components components() {
        return model.getComponents();
    }

    /** The schemas that have a name. */
    Map<String, Schema> named() {
        return orEmpty(components().getSchemas());
    }

    /** The schema itself, or the one it refers to. */
    Schema resolved(Schema schema) {
        var name = referred(schema);
        return name == null ? schema : Objects.requireNonNull(named().get(name), () -> "there is no schema " + name);
    }

    private APIResponse resolved(APIResponse answer) {
        var ref = answer.getRef();
        return ref == null
                ? answer
                : Objects.requireNonNull(components().getResponses().get(ref.substring(ANSWERS.length())));
    }

    /** The name of the schema that this one refers to. */
    static @Nullable String referred(Schema schema) {
        var ref = schema.getRef();
        return ref == null ? null : ref.substring(SCHEMAS.length());
    }

    static String reference(String name) {
        return SCHEMAS + name;
    }

    /** Shows every schema of the document once, wherever it stands, outer ones first. */
    void eachSchema(Consumer<Schema> visitor) {
        var seen = Collections.<Schema>newSetFromMap(new IdentityHashMap<>());
        new ArrayList<>(named().values()).forEach(schema -> visit(schema, visitor, seen));
        orEmpty(components().getHeaders()).values().forEach(header -> visit(header.getSchema(), visitor, seen));
        for (var place : operations()) {
            place.parameters().forEach(parameter -> visit(parameter.getSchema(), visitor, seen));
            place.body().values().forEach(media -> visit(media.getSchema(), visitor, seen));
            place.answers().values().forEach(answer -> {
                mediaTypes(answer.getContent()).values().forEach(media -> visit(media.getSchema(), visitor, seen));
                orEmpty(answer.getHeaders()).values().forEach(header -> visit(header.getSchema(), visitor, seen));
            });
        }
    }

    private static void visit(@Nullable Schema schema, Consumer<Schema> visitor, Set<Schema> seen) {
        if (schema != null && seen.add(schema)) {
            visitor.accept(schema);
            parts(schema).forEach(part -> visit(part, visitor, seen));
        }
    }

    /** The schemas inside a schema. */
    private static Stream<Schema> parts(Schema schema) {
        return Stream.of(
                        orEmpty(schema.getProperties()).values(),
                        Stream.of(schema.getItems(), schema.getAdditionalPropertiesSchema())
                                .filter(Objects::nonNull)
                                .toList(),
                        orEmpty(schema.getAllOf()),
                        orEmpty(schema.getAnyOf()),
                        orEmpty(schema.getOneOf()))
                .flatMap(Collection::stream);
    }

    /** The names of all schemas that are part of one of these. */
    Set<String> reachable(Collection<Schema> roots) {
        var names = new LinkedHashSet<String>();
        var open = new ArrayList<>(roots);
        var seen = new HashSet<String>();
        while (!open.isEmpty()) {
            var schema = open.remove(open.size() - 1);
            var name = referred(schema);
            if (name == null) {
                parts(schema).forEach(open::add);
            } else if (seen.add(name)) {
                names.add(name);
                open.add(resolved(schema));
            }
        }
        return names;
    }

    /** Gives schemas other names, and everything that refers to them with it. */
    void rename(Map<String, String> names) {
        eachSchema(schema -> {
            var name = referred(schema);
            if (name != null && names.containsKey(name)) {
                schema.setRef(reference(Objects.requireNonNull(names.get(name))));
            }
        });
        var renamed = new HashMap<String, Schema>();
        named().forEach((name, schema) -> renamed.put(names.getOrDefault(name, name), schema));
        components().setSchemas(sorted(renamed));
    }

    static <T> Map<String, T> sorted(Map<String, T> map) {
        var sorted = new LinkedHashMap<String, T>();
        map.keySet().stream().sorted().forEach(name -> sorted.put(name, Objects.requireNonNull(map.get(name))));
        return sorted;
    }

    static Map<String, MediaType> mediaTypes(@Nullable Content content) {
        return content == null ? Map.of() : orEmpty(content.getMediaTypes());
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : map;
    }
}
