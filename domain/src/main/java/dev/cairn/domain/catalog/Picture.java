package dev.cairn.domain.catalog;

import dev.cairn.domain.shared.Changes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * An offering field by field, under the names that clients know: its parts stand under their keys. Two pictures tell what
 * a change moved, and nothing else.
 *
 * @param fields texts, numbers, booleans, lists, and maps of the same
 */
record Picture(Map<String, Object> fields) {
    /** The picture of what is not there. */
    static final Picture NOTHING = new Picture(Map.of());

    static Picture of(Offering.Content content) {
        var facets = content.facets();
        var picture = new Sketch()
                .put("name", content.details().name())
                .put("description", content.details().description())
                .put("externalId", content.details().externalId())
                .put("archivedAt", content.archivedAt())
                .put(
                        "productIds",
                        Optional.of(content.products().stream()
                                        .map(product -> product.value().toString())
                                        .toList())
                                .filter(ids -> !ids.isEmpty()))
                .put("outcomes", byKey(facets.outcomes().all(), outcome -> new Sketch().put("name", outcome.name())))
                .put(
                        "releases",
                        byKey(
                                facets.releases().all(),
                                release -> new Sketch()
                                        .put("name", release.name())
                                        .put("level", release.level().value())))
                .put(
                        "tags",
                        byKey(
                                facets.tags().all(),
                                tag -> new Sketch()
                                        .put("name", tag.name())
                                        .put("color", tag.color())
                                        .put("order", tag.order())))
                .put("tasks", byKey(content.tasks().all(), task -> task(task, facets)));
        return new Picture(picture.fields);
    }

    private static Sketch task(ProductTask task, Facets facets) {
        return new Sketch()
                .put("name", task.name())
                .put("description", task.description())
                .put("estMinutes", task.estMinutes())
                .put("weight", task.weight().value())
                .put("sequenceNumber", task.sequenceNumber())
                .put("priority", task.priority().map(Enum::name))
                .put("howToDoc", task.howToDoc())
                .put("howToVideo", task.howToVideo())
                .put("notes", task.notes())
                .put("licenseLevel", task.licenseLevel().name())
                .put("outcomes", facets.outcomes().keys(task.outcomes()))
                .put("releases", facets.releases().keys(task.releases()))
                .put("tags", facets.tags().keys(task.tags()))
                .put("telemetry", byKey(task.telemetry(), Picture::telemetry));
    }

    private static Sketch telemetry(TelemetryDefinition definition) {
        return new Sketch()
                .put("name", definition.name())
                .put("description", definition.description())
                .put("dataType", definition.dataType().name())
                .put("isRequired", definition.required())
                .put(
                        "successCriteria",
                        definition
                                .successCriteria()
                                .map(criterion -> criterion.toJson().members()))
                .put("order", definition.order())
                .put("isActive", definition.active());
    }

    private static <P extends Part<?>> Map<String, Object> byKey(List<P> parts, Function<P, Sketch> draw) {
        var all = new Sketch();
        parts.forEach(part -> all.put(part.key().value(), draw.apply(part).fields));
        return all.fields;
    }

    /** What moved between this picture and a later one. */
    Changes until(Picture later) {
        var before = new LinkedHashMap<String, Object>();
        var after = new LinkedHashMap<String, Object>();
        compare(fields, later.fields, before, after);
        return new Changes(before, after);
    }

    private static void compare(Map<?, ?> from, Map<?, ?> to, Map<String, Object> before, Map<String, Object> after) {
        var names = new TreeSet<String>();
        from.keySet().forEach(name -> names.add(String.valueOf(name)));
        to.keySet().forEach(name -> names.add(String.valueOf(name)));
        for (var name : names) {
            var was = from.get(name);
            var is = to.get(name);
            if (was instanceof Map<?, ?> inside && is instanceof Map<?, ?> insideNow) {
                var insideBefore = new LinkedHashMap<String, Object>();
                var insideAfter = new LinkedHashMap<String, Object>();
                compare(inside, insideNow, insideBefore, insideAfter);
                putFilled(before, name, insideBefore);
                putFilled(after, name, insideAfter);
            } else if (!(from.containsKey(name) && to.containsKey(name)) || !Objects.equals(was, is)) {
                copy(from, name, before);
                copy(to, name, after);
            }
        }
    }

    private static void putFilled(Map<String, Object> side, String name, Map<String, Object> fields) {
        if (!fields.isEmpty()) {
            side.put(name, fields);
        }
    }

    private static void copy(Map<?, ?> from, String name, Map<String, Object> to) {
        if (from.containsKey(name)) {
            to.put(name, from.get(name));
        }
    }

    /** Fields as they are collected; an absent one is left out. */
    private static final class Sketch {
        private final Map<String, Object> fields = new LinkedHashMap<>();

        Sketch put(String name, Object value) {
            if (value instanceof Optional<?> maybe) {
                maybe.ifPresent(present -> fields.put(name, present));
            } else {
                fields.put(name, value);
            }
            return this;
        }
    }
}
