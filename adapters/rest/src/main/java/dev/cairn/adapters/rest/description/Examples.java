package dev.cairn.adapters.rest.description;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Gives every body and every answer an example: that of its schema, or one composed of those of the schema's properties.
 * A property that may be absent and has no example is absent from what is composed, so that the whole makes sense.
 */
final class Examples {
    private final Document document;

    private Examples(Document document) {
        this.document = document;
    }

    static void compose(Document document) {
        var examples = new Examples(document);
        for (var place : document.operations()) {
            place.parameters().forEach(examples::add);
            place.body().values().forEach(examples::add);
            place.answers().forEach((status, answer) -> {
                if (status.startsWith("2")) {
                    Document.mediaTypes(answer.getContent()).values().forEach(examples::add);
                }
            });
        }
        var all = document.components().getExamples();
        document.components().setExamples(all == null ? null : Document.sorted(all));
    }

    /** An id, a constant or a truth value needs no example of its own. */
    private void add(Parameter parameter) {
        var schema = document.resolved(parameter.getSchema());
        if (parameter.getExample() != null || parameter.getExamples() != null) {
            return;
        }
        if ("uuid".equals(schema.getFormat())) {
            parameter.setExample(Bounds.ID_EXAMPLE);
        } else if (schema.getEnumeration() != null) {
            parameter.setExample(schema.getEnumeration().get(0));
        } else {
            parameter.setExample(schema.getDefaultValue());
        }
    }

    private void add(MediaType media) {
        var schema = media.getSchema();
        if (schema == null || media.getExample() != null || media.getExamples() != null) {
            return;
        }
        var name = Document.referred(schema);
        of(schema).ifPresent(value -> {
            if (name == null) {
                media.setExample(value);
            } else {
                document.components()
                        .addExample(
                                name,
                                OASFactory.createExample()
                                        .summary(document.resolved(schema).getDescription())
                                        .value(value));
                media.addExample(name, OASFactory.createExample().ref("#/components/examples/" + name));
            }
        });
    }

    private Optional<Object> of(Schema schema) {
        var said = Document.orEmpty(schema.getExamples());
        if (!said.isEmpty()) {
            return Optional.ofNullable(said.get(0));
        }
        if (schema.getRef() != null) {
            return of(document.resolved(schema));
        }
        var constants = Document.orEmpty(schema.getEnumeration());
        if (!constants.isEmpty()) {
            return Optional.of(constants.get(0));
        }
        if (schema.getItems() != null) {
            return of(schema.getItems()).map(List::of);
        }
        return schema.getProperties() == null ? Optional.empty() : composed(schema);
    }

    private Optional<Object> composed(Schema schema) {
        var required = Document.orEmpty(schema.getRequired());
        Map<String, Object> whole = new LinkedHashMap<>();
        for (var property : schema.getProperties().entrySet()) {
            var isSaid = !Document.orEmpty(property.getValue().getExamples()).isEmpty();
            if (isSaid || required.contains(property.getKey())) {
                whole.put(property.getKey(), of(property.getValue()).orElse(null));
            }
        }
        return whole.values().stream().anyMatch(Objects::isNull) ? Optional.empty() : Optional.of(whole);
    }
}
