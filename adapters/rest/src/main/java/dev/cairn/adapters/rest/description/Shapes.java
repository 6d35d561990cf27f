package dev.cairn.adapters.rest.description;

import dev.cairn.adapters.rest.shared.BodyReader;
import dev.cairn.adapters.rest.shared.ListJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Brings what the scanner found into shapes that every generator of clients understands. */
final class Shapes {
    private static final String PAGES = ListJson.class.getSimpleName();

    private Shapes() {}

    static void simplify(Document document) {
        document.eachSchema(Shapes::onlyOneWay);
        document.eachSchema(Shapes::saidOfItems);
        withoutNulls(document);
        inlinePlainTexts(document);
        flatten(document);
        namePages(document);
        closeBodies(document);
        document.operations().forEach(Shapes::orderParameters);
        document.operations().forEach(place -> describeBody(document, place));
    }

    /** The scanner writes an optional object as "this or null"; an absent property is left out, so it is just this. */
    private static void onlyOneWay(Schema schema) {
        var ways = schema.getAnyOf();
        if (ways != null
                && ways.size() == 2
                && Document.orEmpty(ways.get(1).getType()).equals(List.of(SchemaType.NULL))) {
            schema.setAnyOf(null);
            schema.setRef(ways.get(0).getRef());
        }
        if (schema.getRef() != null) {
            // What kind of value it is says the schema that is referred to.
            schema.setType(null);
            schema.setEnumeration(null);
        }
    }

    /** What an annotation says of a list of texts beside its length is about each of them. */
    private static void saidOfItems(Schema list) {
        var item = list.getItems();
        if (item != null && Bounds.isA(item, SchemaType.STRING) && item.getFormat() == null) {
            item.setMinLength(list.getMinLength());
            item.setMaxLength(list.getMaxLength());
            item.setFormat(list.getFormat());
            list.setMinLength(null);
            list.setMaxLength(null);
            list.setFormat(null);
        }
    }

    /** An absent property is left out, never null; only a merge patch says something with null. */
    private static void withoutNulls(Document document) {
        var patched = Collections.<Schema>newSetFromMap(new IdentityHashMap<>());
        for (var place : document.operations()) {
            var patch = place.body().get(BodyReader.MERGE_PATCH);
            if (patch != null) {
                patched.addAll(
                        Document.orEmpty(document.resolved(patch.getSchema()).getProperties())
                                .values());
            }
        }
        document.eachSchema(schema -> {
            var types = schema.getType();
            if (types != null && types.size() > 1 && !patched.contains(schema)) {
                schema.removeType(SchemaType.NULL);
            }
        });
    }

    /** Ids, times and files are texts with a format, wherever they stand. */
    private static void inlinePlainTexts(Document document) {
        var plain = new HashMap<String, Schema>();
        document.named().forEach((name, schema) -> {
            if (schema.getFormat() != null && schema.getProperties() == null) {
                plain.put(name, schema);
            }
        });
        document.eachSchema(schema -> {
            var text = plain.get(String.valueOf(Document.referred(schema)));
            if (text != null) {
                schema.setRef(null);
                schema.setType(text.getType());
                schema.setFormat(text.getFormat());
                schema.setMaxLength(text.getMaxLength());
            }
            if ("uuid".equals(schema.getFormat())) {
                schema.setPattern(null);
            }
        });
        plain.keySet().forEach(document.components()::removeSchema);
    }

    /** A shape that is another and more has all its properties itself: inheritance means something else in each language. */
    private static void flatten(Document document) {
        document.eachSchema(schema -> {
            var bases = Document.orEmpty(schema.getAllOf());
            if (!bases.isEmpty()) {
                var properties = new LinkedHashMap<String, Schema>();
                var required = new ArrayList<String>();
                bases.stream().map(document::resolved).forEach(base -> {
                    properties.putAll(Document.orEmpty(base.getProperties()));
                    required.addAll(Document.orEmpty(base.getRequired()));
                });
                properties.putAll(Document.orEmpty(schema.getProperties()));
                required.addAll(Document.orEmpty(schema.getRequired()));
                schema.setAllOf(null);
                schema.setProperties(properties);
                schema.setRequired(required.isEmpty() ? null : required);
            }
        });
    }

    /** A page is called by what is on it. */
    private static void namePages(Document document) {
        var names = new HashMap<String, String>();
        document.named().forEach((name, schema) -> {
            if (name.startsWith(PAGES)) {
                var items = Objects.requireNonNull(schema.getProperties().get("items"));
                var of = Objects.requireNonNull(Document.referred(items.getItems()));
                names.put(name, of + "Page");
                schema.setDescription("One page of a list of `" + of + "`.");
            }
        });
        document.rename(names);
    }

    /** Those of the path come first and in its order: many clients take them by place, and two ids look alike. */
    private static void orderParameters(Document.Place place) {
        var parameters = new ArrayList<>(place.parameters());
        if (!parameters.isEmpty()) {
            parameters.sort(Comparator.comparingInt(parameter -> parameter.getIn() == Parameter.In.PATH
                    ? place.path().indexOf("{" + parameter.getName() + "}")
                    : Integer.MAX_VALUE));
            place.operation().setParameters(parameters);
        }
    }

    /** A body is what its schema is. */
    private static void describeBody(Document document, Document.Place place) {
        var body = place.operation().getRequestBody();
        if (body != null && body.getDescription() == null) {
            place.body().values().stream()
                    .findFirst()
                    .ifPresent(media -> body.setDescription(
                            document.resolved(media.getSchema()).getDescription()));
        }
    }

    /** What the service refuses to know is said: bodies, and all within them, have the properties that are named. */
    private static void closeBodies(Document document) {
        var bodies = document.operations().stream()
                .flatMap(place -> place.body().values().stream())
                .map(media -> media.getSchema())
                .toList();
        Set<String> closed = document.reachable(bodies);
        for (var name : closed) {
            var schema = Objects.requireNonNull(document.named().get(name));
            if (schema.getProperties() != null) {
                schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
            }
        }
    }
}
