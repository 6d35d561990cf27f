package dev.cairn.adapters.rest.description;

import dev.cairn.adapters.rest.shared.Paged;
import dev.cairn.adapters.rest.shared.Query;
import dev.cairn.application.shared.PageRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Writes the parameters by which a list is walked, from {@link Paged}. */
final class Paging {
    private final Map<String, List<Parameter>> parameters = new HashMap<>();

    Paging(IndexView index) {
        for (var paged : index.getAnnotations(DotName.createSimple(Paged.class))) {
            var method = paged.target().asMethod();
            parameters.put(OperationIds.of(method), parameters(index, paged));
            if (OperationIds.isShared(method)) {
                parameters.put(Twins.name(OperationIds.of(method)), parameters(index, paged));
            }
        }
    }

    private static List<Parameter> parameters(IndexView index, AnnotationInstance paged) {
        var found = new ArrayList<Parameter>();
        var usual = paged.valueWithDefault(index, "usual").asInt();
        var keys = keys(index, paged.valueWithDefault(index, "sort").asClass().name());
        if (!keys.isEmpty()) {
            found.add(sort(keys));
        }
        found.add(query(
                "limit", "How many at most.", whole(1, PageRequest.MAX_LIMIT).defaultValue(usual), usual));
        found.add(query(
                "offset",
                "How many to pass over, for screens; not with a cursor.",
                whole(0, Query.MAX_OFFSET).defaultValue(0),
                0));
        found.add(query(
                "cursor",
                "The nextCursor of the page before, for walking everything; the order and the filters stay the same.",
                text().minLength(1).maxLength(Query.MAX_CURSOR),
                Query.CURSOR_EXAMPLE));
        return found;
    }

    private static List<String> keys(IndexView index, DotName type) {
        var keys = index.getClassByName(type);
        if (keys == null) {
            throw new IllegalStateException("the sort keys " + type + " are not indexed");
        }
        return keys.enumConstants().stream()
                .map(constant -> Query.camel(constant.name()))
                .toList();
    }

    private static Parameter sort(List<String> keys) {
        var key = "-?(" + String.join("|", keys) + ")";
        return query(
                "sort",
                String.join(", ", keys)
                        + "; several by comma, each once, with - before it for the other way. Ties go by creation.",
                text().minLength(1).maxLength(Query.MAX_TEXT).pattern("^" + key + "(," + key + ")*$"),
                keys.get(0) + ",-" + keys.get(1));
    }

    private static Parameter query(String name, String description, Schema schema, Object example) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(description)
                .schema(schema)
                .example(example);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema whole(int minimum, int maximum) {
        return OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format("int32")
                .minimum(BigDecimal.valueOf(minimum))
                .maximum(BigDecimal.valueOf(maximum));
    }

    void describe(Document document) {
        for (var place : document.operations()) {
            parameters
                    .getOrDefault(place.name(), List.of())
                    .forEach(parameter -> place.operation().addParameter(parameter));
        }
    }
}
