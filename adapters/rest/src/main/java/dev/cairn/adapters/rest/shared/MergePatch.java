package dev.cairn.adapters.rest.shared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.domain.shared.Faults;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** JSON merge patches (RFC 7396): null removes, absent keeps, a list is replaced whole. */
@Singleton
public class MergePatch {
    private final ObjectMapper json;

    MergePatch(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The change that a patch asks for. What the patch gets wrong by itself is told at once; what it makes of the thing is
     * judged as a whole when the thing is known.
     *
     * @param form reads the patch alone, for names and types
     * @param shape the thing as the body of a PUT
     * @param read reads the body of a PUT
     * @throws dev.cairn.domain.shared.DomainException VALIDATION_ERROR with the faults of the patch; the change itself with
     *     those of what came of it
     */
    public <T> UnaryOperator<T> of(
            Body patch, Consumer<JsonFields> form, Function<T, Object> shape, Function<Body, T> read) {
        var faults = new Faults();
        form.accept(JsonFields.of(patch, faults));
        faults.orThrow();
        var changes = patch.content().orElseGet(JsonNodeFactory.instance::objectNode);
        return thing -> read.apply(new Body(Optional.of(merge(tree(shape.apply(thing)), changes))));
    }

    /** Over the wire and back, so that a number that nobody touched stays the number it was. */
    private JsonNode tree(Object shape) {
        try {
            return BodyReader.parse(json.writeValueAsBytes(shape)).content().orElseThrow();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The algorithm of RFC 7396, section 2. */
    static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = target.isObject() ? target.deepCopy() : JsonNodeFactory.instance.objectNode();
        patch.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                merged.remove(change.getKey());
            } else {
                var present = merged.path(change.getKey());
                merged.set(change.getKey(), merge(present, change.getValue()));
            }
        });
        return merged;
    }
}
