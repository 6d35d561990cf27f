package dev.cairn.domain.catalog;

import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.catalog.published.Priority;
import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.telemetry.published.DataType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people write of products, for tests. {@code aDocument().with(aTask("Connect").weighing("12.5"))} is valid. */
public final class Drafts {
    /** Criteria that a definition may have. */
    public static final JsonObject CRITERIA =
            new JsonObject(Map.of("type", "number_threshold", "operator", "greater_than_or_equal", "threshold", 100));

    private Drafts() {}

    public static Document aDocument() {
        return new Document();
    }

    public static Task aTask(String name) {
        return new Task(name);
    }

    public static Telemetry aDefinition(String name) {
        return new Telemetry(name);
    }

    public static OutcomeDocument anOutcome(String key, String name) {
        return OutcomeDocument.of(new OutcomeDocument.Draft(Optional.of(key), Optional.of(name)));
    }

    public static OutcomeDocument anOutcome(String name) {
        return OutcomeDocument.of(new OutcomeDocument.Draft(Optional.empty(), Optional.of(name)));
    }

    public static ReleaseDocument aRelease(String name, String level) {
        return ReleaseDocument.of(
                new ReleaseDocument.Draft(Optional.empty(), Optional.of(name), Optional.of(new BigDecimal(level))));
    }

    public static TagDocument aTag(String name, int order) {
        return TagDocument.of(
                new TagDocument.Draft(Optional.empty(), Optional.of(name), Optional.of("#1f6feb"), Optional.of(order)));
    }

    /** A whole document. */
    public static final class Document {
        private Optional<String> name = Optional.of("Secure Edge");
        private Optional<String> description = Optional.empty();
        private Optional<String> externalId = Optional.empty();
        private final List<OutcomeDocument.Draft> outcomes = new ArrayList<>();
        private final List<ReleaseDocument.Draft> releases = new ArrayList<>();
        private final List<TagDocument.Draft> tags = new ArrayList<>();
        private final List<TaskDocument.Draft> tasks = new ArrayList<>();
        private Optional<List<ProductId>> products = Optional.empty();

        public Document named(String text) {
            name = Optional.of(text);
            return this;
        }

        public Document nameless() {
            name = Optional.empty();
            return this;
        }

        public Document described(String text) {
            description = Optional.of(text);
            return this;
        }

        public Document known(String text) {
            externalId = Optional.of(text);
            return this;
        }

        public Document outcome(String key, String title) {
            outcomes.add(new OutcomeDocument.Draft(Optional.of(key), Optional.of(title)));
            return this;
        }

        public Document outcome(String title) {
            outcomes.add(new OutcomeDocument.Draft(Optional.empty(), Optional.of(title)));
            return this;
        }

        public Document release(String key, String title, String level) {
            releases.add(new ReleaseDocument.Draft(
                    Optional.of(key), Optional.of(title), Optional.of(new BigDecimal(level))));
            return this;
        }

        public Document releaseWithoutLevel(String title) {
            releases.add(new ReleaseDocument.Draft(Optional.empty(), Optional.of(title), Optional.empty()));
            return this;
        }

        public Document tag(String key, String title) {
            tags.add(new TagDocument.Draft(Optional.of(key), Optional.of(title), Optional.empty(), Optional.empty()));
            return this;
        }

        public Document tag(String key, String title, String color, int order) {
            tags.add(new TagDocument.Draft(
                    Optional.of(key), Optional.of(title), Optional.of(color), Optional.of(order)));
            return this;
        }

        public Document holding(ProductId... some) {
            products = Optional.of(List.of(some));
            return this;
        }

        public Document with(Task... some) {
            for (var task : some) {
                tasks.add(task.draft());
            }
            return this;
        }

        public ProductDocument.Draft draft() {
            return new ProductDocument.Draft(
                    new ProductDetails.Draft(name, description, externalId), outcomes, releases, tags, tasks, products);
        }

        public ProductDocument build() {
            return ProductDocument.of(draft());
        }
    }

    /** One task. */
    public static final class Task {
        private final String name;
        private Optional<String> key = Optional.empty();
        private Optional<String> description = Optional.empty();
        private Optional<Integer> estMinutes = Optional.empty();
        private Optional<BigDecimal> weight = Optional.empty();
        private Optional<Integer> place = Optional.empty();
        private Optional<Priority> priority = Optional.empty();
        private Optional<LicenseLevel> level = Optional.empty();
        private Optional<List<String>> outcomes = Optional.empty();
        private Optional<List<String>> releases = Optional.empty();
        private Optional<List<String>> tags = Optional.empty();
        private Optional<List<String>> howToDoc = Optional.empty();
        private Optional<List<String>> howToVideo = Optional.empty();
        private Optional<String> notes = Optional.empty();
        private final List<TelemetryDocument.Draft> telemetry = new ArrayList<>();

        private Task(String name) {
            this.name = name;
        }

        public Task key(String text) {
            key = Optional.of(text);
            return this;
        }

        public Task described(String text) {
            description = Optional.of(text);
            return this;
        }

        public Task taking(int minutes) {
            estMinutes = Optional.of(minutes);
            return this;
        }

        public Task weighing(String text) {
            weight = Optional.of(new BigDecimal(text));
            return this;
        }

        public Task at(int number) {
            place = Optional.of(number);
            return this;
        }

        public Task prior(Priority given) {
            priority = Optional.of(given);
            return this;
        }

        public Task forLevel(LicenseLevel given) {
            level = Optional.of(given);
            return this;
        }

        public Task outcomes(String... references) {
            outcomes = Optional.of(List.of(references));
            return this;
        }

        public Task releases(String... references) {
            releases = Optional.of(List.of(references));
            return this;
        }

        public Task tags(String... references) {
            tags = Optional.of(List.of(references));
            return this;
        }

        public Task docs(String... addresses) {
            howToDoc = Optional.of(List.of(addresses));
            return this;
        }

        public Task videos(String... addresses) {
            howToVideo = Optional.of(List.of(addresses));
            return this;
        }

        public Task noted(String text) {
            notes = Optional.of(text);
            return this;
        }

        public Task with(Telemetry... some) {
            for (var definition : some) {
                telemetry.add(definition.draft());
            }
            return this;
        }

        public TaskDocument.Draft draft() {
            return new TaskDocument.Draft(
                    key,
                    Optional.of(name),
                    description,
                    estMinutes,
                    weight,
                    place,
                    priority,
                    level,
                    outcomes,
                    releases,
                    tags,
                    howToDoc,
                    howToVideo,
                    notes,
                    telemetry);
        }

        public TaskDocument build() {
            return TaskDocument.of(draft());
        }
    }

    /** One telemetry definition: a number with criteria. */
    public static final class Telemetry {
        private final String name;
        private Optional<String> key = Optional.empty();
        private Optional<String> description = Optional.empty();
        private Optional<DataType> dataType = Optional.of(DataType.NUMBER);
        private Optional<Boolean> required = Optional.empty();
        private Optional<JsonObject> criteria = Optional.of(CRITERIA);
        private Optional<Integer> order = Optional.empty();
        private Optional<Boolean> active = Optional.empty();

        private Telemetry(String name) {
            this.name = name;
        }

        public Telemetry key(String text) {
            key = Optional.of(text);
            return this;
        }

        public Telemetry described(String text) {
            description = Optional.of(text);
            return this;
        }

        public Telemetry typeless() {
            dataType = Optional.empty();
            return this;
        }

        public Telemetry of(DataType type) {
            dataType = Optional.of(type);
            return this;
        }

        public Telemetry required() {
            required = Optional.of(true);
            return this;
        }

        public Telemetry met(JsonObject when) {
            criteria = Optional.of(when);
            return this;
        }

        public Telemetry withoutCriteria() {
            criteria = Optional.empty();
            return this;
        }

        public Telemetry at(int number) {
            order = Optional.of(number);
            return this;
        }

        public Telemetry inactive() {
            active = Optional.of(false);
            return this;
        }

        TelemetryDocument.Draft draft() {
            return new TelemetryDocument.Draft(
                    key, Optional.of(name), description, dataType, required, criteria, order, active);
        }
    }
}
