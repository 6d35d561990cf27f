package dev.cairn.adapters.rest.description;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Fails the build where the description does not say all that clients need, and names every gap. */
final class Completeness {
    private final Document document;
    private final Refusals refusals;
    private final Conditions conditions;
    private final Set<String> gaps = new TreeSet<>();

    private Completeness(Document document, Refusals refusals, Conditions conditions) {
        this.document = document;
        this.refusals = refusals;
        this.conditions = conditions;
    }

    static void demand(Document document, Refusals refusals, Conditions conditions) {
        var completeness = new Completeness(document, refusals, conditions);
        completeness.ofOperations();
        completeness.ofSchemas();
        if (!completeness.gaps.isEmpty()) {
            throw new IllegalStateException(completeness.gaps.stream()
                    .collect(Collectors.joining("\n  ", "the description of the API has gaps:\n  ", "")));
        }
    }

    private void ofOperations() {
        var tags = Document.orEmpty(document.model().getTags()).stream()
                .filter(tag -> isSaid(tag.getDescription()))
                .map(Tag::getName)
                .collect(Collectors.toSet());
        var ids = new HashSet<String>();
        for (var place : document.operations()) {
            var operation = place.operation();
            var of = "operation " + place.name() + ": ";
            demand(isSaid(operation.getOperationId()), of + "no operationId");
            demand(ids.add(place.name()), of + "another has the same operationId");
            demand(isSaid(operation.getSummary()), of + "no summary");
            demand(isSaid(operation.getDescription()), of + "no description");
            var own = Document.orEmpty(operation.getTags());
            demand(own.size() == 1, of + "not exactly one tag, but " + own);
            demand(tags.containsAll(own), of + "a tag without a description");
            demand(!conditions.lacksTag(place), of + "answers a single resource that is not Tagged");
            demand(refusals.areSaid(place), of + "does not say what it refuses: @Refuses");
            place.parameters().forEach(parameter -> ofParameter(of, parameter));
            place.body()
                    .forEach((type, media) -> demand(
                            media.getExample() != null || media.getExamples() != null,
                            of + "no example of its body as " + type));
            place.answers().forEach((status, answer) -> {
                demand(isSaid(answer.getDescription()), of + "answer " + status + " has no description");
                Document.mediaTypes(answer.getContent())
                        .forEach((type, media) -> demand(
                                media.getExample() != null || media.getExamples() != null,
                                of + "no example of answer " + status + " as " + type));
            });
        }
    }

    private void ofParameter(String of, Parameter parameter) {
        var name = of + "parameter " + parameter.getName() + ": ";
        demand(isSaid(parameter.getDescription()), name + "no description");
        demand(parameter.getExample() != null || parameter.getExamples() != null, name + "no example");
        ofBounds(name, parameter.getSchema());
    }

    private void ofSchemas() {
        document.named().forEach((name, schema) -> {
            var of = "schema " + name + ": ";
            demand(isSaid(schema.getDescription()), of + "no description");
            ofBounds(of, schema);
            Document.orEmpty(schema.getProperties()).forEach((property, value) -> {
                var inside = of + "property " + property + ": ";
                demand(isSaid(value.getDescription()), inside + "no description");
                ofBounds(inside, value);
            });
        });
    }

    private void ofBounds(String of, Schema schema) {
        if (schema.getRef() != null) {
            return;
        }
        if (Bounds.isA(schema, SchemaType.STRING)) {
            demand(schema.getMaxLength() != null || schema.getEnumeration() != null, of + "a text without maxLength");
        }
        if (Bounds.isA(schema, SchemaType.INTEGER)) {
            demand(
                    schema.getMinimum() != null && schema.getMaximum() != null && schema.getFormat() != null,
                    of + "a whole number without minimum, maximum and format");
        }
        if (Bounds.isA(schema, SchemaType.NUMBER)) {
            demand(
                    schema.getMinimum() != null && schema.getMaximum() != null,
                    of + "a number without minimum and maximum");
        }
        if (Bounds.isA(schema, SchemaType.ARRAY)) {
            demand(schema.getMaxItems() != null && schema.getItems() != null, of + "a list without maxItems and items");
        }
        parts(schema).forEach(part -> ofBounds(of, part));
    }

    private static List<Schema> parts(Schema schema) {
        var parts = new ArrayList<Schema>();
        if (schema.getItems() != null) {
            parts.add(schema.getItems());
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            parts.add(schema.getAdditionalPropertiesSchema());
        }
        return parts;
    }

    private void demand(boolean isThere, String gap) {
        if (!isThere) {
            gaps.add(gap);
        }
    }

    private static boolean isSaid(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
