package dev.cairn.domain.catalog;

import dev.cairn.domain.catalog.CatalogChange.What;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.AggregateRoot;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import dev.cairn.domain.shared.Occurrence;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.OfferingKind;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.Subject;
import dev.cairn.domain.shared.Weight;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What the catalogue offers, be it a product or a solution: the tasks that adopting it takes, and the outcomes, releases
 * and tags that these tasks refer to. Plans are copies of it at one version. A solution holds products besides.
 *
 * <p>{@code version} rises once with every change that is kept, of the offering or of anything inside it; a change that
 * changes nothing raises nothing.
 */
public abstract sealed class Offering extends AggregateRoot permits Product, Solution {
    private final OrgId org;
    private final OfferingId id;
    private final Instant createdAt;
    private Content content;
    private Instant updatedAt;
    private long version;

    /**
     * An offering as it is stored, its parts in their order.
     *
     * @param products what a solution holds, in its order; a product holds none
     * @param version from 1
     * @param archivedAt since when it is out of the default lists and cannot be assigned any more
     */
    public record Snapshot(
            OrgId org,
            OfferingId id,
            ProductDetails details,
            List<Outcome> outcomes,
            List<Release> releases,
            List<ProductTag> tags,
            List<ProductTask> tasks,
            List<ProductId> products,
            long version,
            Instant createdAt,
            Instant updatedAt,
            Optional<Instant> archivedAt) {
        public Snapshot {
            outcomes = List.copyOf(outcomes);
            releases = List.copyOf(releases);
            tags = List.copyOf(tags);
            tasks = List.copyOf(tasks);
            products = List.copyOf(products);
        }
    }

    /**
     * An offering that came out of a document.
     *
     * @param weightsNormalizedFrom what its weights summed to before they were scaled, where they were
     */
    public record Created<O extends Offering>(O offering, Optional<BigDecimal> weightsNormalizedFrom) {}

    /**
     * How a document enters an offering that is there.
     *
     * @param prune whether the offering is to be what the document says and nothing more; otherwise what the document
     *     lacks stays: parts, and fields of parts
     * @param normalize whether the weights of the result are scaled to 100
     */
    public record Mode(boolean prune, boolean normalize) {}

    /** All that can change about an offering. */
    record Content(
            ProductDetails details,
            Facets facets,
            Tasks tasks,
            List<ProductId> products,
            Optional<Instant> archivedAt) {
        static Content of(ProductDetails details) {
            return new Content(details, Facets.NONE, Tasks.NONE, List.of(), Optional.empty());
        }

        static Content of(Snapshot stored) {
            return new Content(
                    stored.details(),
                    Facets.of(stored.outcomes(), stored.releases(), stored.tags()),
                    Tasks.stored(stored.tasks()),
                    stored.products(),
                    stored.archivedAt());
        }

        Content with(ProductDetails others) {
            return new Content(others, facets, tasks, products, archivedAt);
        }

        Content with(Tasks others) {
            return new Content(details, facets, others, products, archivedAt);
        }

        Content with(Facets others) {
            return new Content(details, others, tasks.within(others), products, archivedAt);
        }

        Content holding(List<ProductId> others) {
            return new Content(details, facets, tasks, others, archivedAt);
        }

        Content archived(Optional<Instant> since) {
            return new Content(details, facets, tasks, products, since);
        }
    }

    /** As it was stored. */
    Offering(Snapshot stored) {
        if (stored.version() < 1) {
            throw new IllegalStateException("what is stored of the catalogue has a version from 1 on");
        }
        org = stored.org();
        id = stored.id();
        content = Content.of(stored);
        version = stored.version();
        createdAt = stored.createdAt();
        updatedAt = stored.updatedAt();
    }

    /** New, out of a document. */
    Offering(OfferingId id, Brought brought, Actor by, Instant now) {
        demandRoom(id.kind(), brought.content());
        org = by.org();
        this.id = id;
        content = brought.content();
        version = 1;
        createdAt = now;
        updatedAt = now;
        tell(What.CREATED, Picture.NOTHING, Picture.of(content), by, now);
    }

    /** Replaces what it says of itself. */
    public void update(ProductDetails details, Actor by, Instant now) {
        become(What.UPDATED, content.with(details), by, now);
    }

    /**
     * Brings a document in. Parts are matched by key, then by name, and keep their ids; tasks get the places that the
     * document gives them.
     *
     * @return what the weights summed to before they were scaled, where that was asked for and possible
     * @throws DomainException VALIDATION_ERROR when a task refers to what is not there, OUTCOME_NAME_EXISTS,
     *     RELEASE_NAME_EXISTS, TAG_NAME_EXISTS or TELEMETRY_NAME_EXISTS when something that stays has a name already,
     *     INVALID_CRITERIA, TOTAL_WEIGHT_EXCEEDED
     */
    public Optional<BigDecimal> importDocument(
            ProductDocument document, Mode mode, Supplier<UUID> ids, Actor by, Instant now) {
        var brought = Brought.into(content, document, mode, ids);
        become(What.IMPORTED, brought.content(), by, now);
        return brought.normalizedFrom();
    }

    /**
     * Adds a task: at the place it asks for, the others shift; otherwise last.
     *
     * @throws DomainException VALIDATION_ERROR, INVALID_CRITERIA, TOTAL_WEIGHT_EXCEEDED
     */
    public ProductTask addTask(TaskDocument document, Supplier<UUID> ids, Actor by, Instant now) {
        var task = make(document, content.tasks().keyOf(document), Optional.empty(), ids);
        become(What.TASK_ADDED, content.with(content.tasks().adding(task, document.sequenceNumber())), by, now);
        return content.tasks().get(task.id());
    }

    /**
     * Replaces a task: what the document lacks is empty, save key and place, which stay.
     *
     * @throws DomainException TASK_NOT_FOUND, VALIDATION_ERROR, INVALID_CRITERIA, TOTAL_WEIGHT_EXCEEDED
     */
    public ProductTask replaceTask(
            ProductTaskId which, TaskDocument document, Supplier<UUID> ids, Actor by, Instant now) {
        var present = content.tasks().get(which);
        PartKey.demandSame(present.key(), document.key());
        var task = make(document, present.key(), Optional.of(present), ids);
        become(What.TASK_CHANGED, content.with(content.tasks().replacing(task, document.sequenceNumber())), by, now);
        return content.tasks().get(which);
    }

    /** Removes a task; the others close up. Fails with TASK_NOT_FOUND. */
    public void removeTask(ProductTaskId which, Actor by, Instant now) {
        var gone = content.tasks().get(which).id();
        become(What.TASK_REMOVED, content.with(content.tasks().without(gone)), by, now);
    }

    /**
     * Puts the tasks into an order, which must name each of them once.
     *
     * @throws DomainException TASK_NOT_FOUND when one is not of this product; VALIDATION_ERROR when one is named twice or
     *     not at all
     */
    public void orderTasks(List<ProductTaskId> order, Actor by, Instant now) {
        become(What.TASKS_ORDERED, content.with(content.tasks().ordered(order)), by, now);
    }

    /**
     * Adds an outcome, a release or a tag.
     *
     * @throws DomainException OUTCOME_NAME_EXISTS, RELEASE_NAME_EXISTS, TAG_NAME_EXISTS; VALIDATION_ERROR when the key is
     *     taken
     */
    public <I, P extends Part<I>> P add(
            Facet<I, P> facet, PartDocument<I, P> document, Supplier<UUID> ids, Actor by, Instant now) {
        var grown = facet.in(content.facets()).adding(document, ids);
        become(facet.telling().added(), content.with(facet.instead(content.facets(), grown.parts())), by, now);
        return grown.part();
    }

    /**
     * Replaces what an outcome, a release or a tag says of itself; its key stays.
     *
     * @throws DomainException OUTCOME_NOT_FOUND, RELEASE_NOT_FOUND, TAG_NOT_FOUND; OUTCOME_NAME_EXISTS,
     *     RELEASE_NAME_EXISTS, TAG_NAME_EXISTS; VALIDATION_ERROR when another key is asked for
     */
    public <I, P extends Part<I>> P replace(
            Facet<I, P> facet, I which, PartDocument<I, P> document, Actor by, Instant now) {
        var grown = facet.in(content.facets()).replacing(facet.get(content.facets(), which), document);
        become(facet.telling().changed(), content.with(facet.instead(content.facets(), grown.parts())), by, now);
        return grown.part();
    }

    /** Removes an outcome, a release or a tag, also from the tasks that refer to it. Fails with its NOT_FOUND. */
    public <I, P extends Part<I>> void remove(Facet<I, P> facet, I which, Actor by, Instant now) {
        var gone = facet.get(content.facets(), which).id();
        var others = facet.in(content.facets()).without(gone);
        become(facet.telling().removed(), content.with(facet.instead(content.facets(), others)), by, now);
    }

    /** Takes it out of the default lists; nobody is assigned to it any more. Again: nothing happens. */
    public void archive(Actor by, Instant now) {
        var since = content.archivedAt().or(() -> Optional.of(now));
        become(What.ARCHIVED, content.archived(since), by, now);
    }

    /**
     * Lets it go for good.
     *
     * @param assigned whether customers are assigned to it
     * @throws DomainException PRODUCT_HAS_CUSTOMERS or SOLUTION_HAS_CUSTOMERS when they are: it can be archived
     */
    public void delete(boolean assigned, Actor by, Instant now) {
        if (assigned) {
            throw new DomainException(
                    id.kind().hasCustomers(),
                    "Customers are assigned to " + content.details().name() + ": archive it instead.");
        }
        tell(What.DELETED, Picture.of(content), Picture.NOTHING, by, now);
    }

    /** It as a document that, imported again, changes nothing. */
    public ProductDocument export() {
        var facets = content.facets();
        return new ProductDocument(
                content.details(),
                facets.outcomes().all().stream().map(OutcomeDocument::of).toList(),
                facets.releases().all().stream().map(ReleaseDocument::of).toList(),
                facets.tags().all().stream().map(TagDocument::of).toList(),
                content.tasks().all().stream()
                        .map(task -> TaskDocument.of(task, facets))
                        .toList(),
                exportedProducts());
    }

    /** What an export says of the products that it holds; nothing where it cannot hold any. */
    Optional<List<ProductId>> exportedProducts() {
        return Optional.empty();
    }

    /** The products that it holds, in its order. */
    List<ProductId> held() {
        return content.products();
    }

    /** Holds these products from now on, and says of itself what the details say. */
    void become(What what, ProductDetails details, List<ProductId> products, Actor by, Instant now) {
        become(what, content.with(details).holding(products), by, now);
    }

    /** One of its tasks as a document that, brought in again, changes nothing. Fails with TASK_NOT_FOUND. */
    public TaskDocument document(ProductTaskId which) {
        return TaskDocument.of(content.tasks().get(which), content.facets());
    }

    /** One of its outcomes, releases or tags. Fails with its NOT_FOUND. */
    public <I, P extends Part<I>> P part(Facet<I, P> facet, I which) {
        return facet.get(content.facets(), which);
    }

    /** What a plan is copied from. */
    public Blueprint blueprint() {
        var facets = content.facets();
        return new Blueprint(
                id,
                content.details().name(),
                version,
                facets.outcomes().all().stream().map(Outcome::id).collect(Collectors.toSet()),
                facets.releases().all().stream().map(Release::id).collect(Collectors.toSet()),
                content.tasks().all().stream()
                        .map(task -> blueprint(task, facets))
                        .toList());
    }

    /** Identifies it. */
    public OfferingId id() {
        return id;
    }

    @Override
    public long version() {
        return version;
    }

    /** As it is now. */
    public Snapshot snapshot() {
        return new Snapshot(
                org,
                id,
                content.details(),
                content.facets().outcomes().all(),
                content.facets().releases().all(),
                content.facets().tags().all(),
                content.tasks().all(),
                content.products(),
                version,
                createdAt,
                updatedAt,
                content.archivedAt());
    }

    private ProductTask make(TaskDocument document, PartKey key, Optional<ProductTask> present, Supplier<UUID> ids) {
        var maker = new TaskMaker(content.facets().references(), ids);
        var task = maker.make("", document, key, present, false);
        maker.orThrow();
        return task;
    }

    private void become(What what, Content next, Actor by, Instant now) {
        if (next.equals(content)) {
            return;
        }
        demandRoom(id.kind(), next);
        var before = Picture.of(content);
        content = next;
        updatedAt = now;
        version++;
        tell(what, before, Picture.of(next), by, now);
    }

    private static void demandRoom(OfferingKind kind, Content next) {
        var room = new Room(kind.noun(), new Faults());
        room.demand("/tasks", next.tasks().all(), Limits.TASKS);
        room.demand("/outcomes", next.facets().outcomes().all(), Limits.PARTS);
        room.demand("/releases", next.facets().releases().all(), Limits.PARTS);
        room.demand("/tags", next.facets().tags().all(), Limits.PARTS);
        room.demand("/productIds", next.products(), Limits.PRODUCTS);
        room.faults().orThrow();
        var total = next.tasks().totalWeight();
        if (total.compareTo(Weight.MAX) > 0) {
            throw new DomainException(
                    ErrorCode.TOTAL_WEIGHT_EXCEEDED,
                    "The weights of the " + kind.noun() + "'s tasks would sum to " + total + "; 100 is the most.");
        }
    }

    /** How much fits in. */
    private record Room(String noun, Faults faults) {
        void demand(String pointer, List<?> parts, int max) {
            if (parts.size() > max) {
                faults.add(pointer, Fault.Code.LENGTH, "a " + noun + " has at most " + max);
            }
        }
    }

    private void tell(What what, Picture before, Picture after, Actor by, Instant now) {
        var subject = new Subject(id.kind().entity(), id.value(), Optional.empty());
        record(new CatalogChange(what, new Occurrence(subject, by, now), before.until(after)));
    }

    private static Blueprint.Task blueprint(ProductTask task, Facets facets) {
        return new Blueprint.Task(
                task.id(),
                task.name(),
                task.description(),
                task.estMinutes(),
                task.weight(),
                task.sequenceNumber(),
                task.priority(),
                task.howToDoc(),
                task.howToVideo(),
                task.notes(),
                task.licenseLevel(),
                facets.outcomes().some(task.outcomes()).stream()
                        .map(outcome -> new Blueprint.Outcome(outcome.id(), outcome.name()))
                        .toList(),
                facets.releases().some(task.releases()).stream()
                        .map(release -> new Blueprint.Release(
                                release.id(), release.name(), release.level().value()))
                        .toList(),
                facets.tags().some(task.tags()).stream()
                        .map(tag -> new Blueprint.Tag(tag.name(), tag.color()))
                        .toList(),
                task.telemetry().stream().map(Offering::blueprint).toList());
    }

    private static Blueprint.Telemetry blueprint(TelemetryDefinition definition) {
        return new Blueprint.Telemetry(
                definition.id(),
                definition.name(),
                definition.description(),
                definition.dataType(),
                definition.required(),
                definition.successCriteria(),
                definition.order(),
                definition.active());
    }

    /**
     * What a document makes of an offering's content.
     *
     * @param normalizedFrom what the weights summed to before they were scaled, where they were
     */
    record Brought(Content content, Optional<BigDecimal> normalizedFrom) {
        /** What the document alone makes. */
        static Brought of(ProductDocument document, boolean normalize, Supplier<UUID> ids) {
            return into(Content.of(document.details()), document, new Mode(true, normalize), ids);
        }

        static Brought into(Content present, ProductDocument document, Mode mode, Supplier<UUID> ids) {
            var facets = present.facets().taking(document, mode.prune(), ids);
            var maker = new TaskMaker(facets.references(), ids);
            var tasks = present.tasks().taking(document.tasks(), mode.prune(), maker);
            facets.clash().ifPresent(clash -> {
                throw clash;
            });
            var details = mode.prune() ? document.details() : document.details().over(present.details());
            var total = Optional.of(tasks.totalWeight()).filter(sum -> mode.normalize() && sum.signum() > 0);
            return new Brought(
                    new Content(
                            details,
                            facets.facets(),
                            total.isPresent() ? tasks.normalized() : tasks,
                            document.products()
                                    .map(products ->
                                            mode.prune() ? products : Solution.first(products, present.products()))
                                    .orElse(mode.prune() ? List.of() : present.products()),
                            present.archivedAt()),
                    total);
        }
    }
}
