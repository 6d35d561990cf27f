package dev.cairn.devservices.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.adapters.rest.catalog.ProductDocuments;
import dev.cairn.adapters.rest.customer.CustomerBodies;
import dev.cairn.adapters.rest.shared.Body;
import dev.cairn.application.adoption.AssignProduct;
import dev.cairn.application.adoption.ChangeAssignment;
import dev.cairn.application.adoption.ChangeTaskStatus;
import dev.cairn.application.adoption.telemetry.RecordPlanTelemetry;
import dev.cairn.application.adoption.telemetry.ValueBatch;
import dev.cairn.application.adoption.view.AssignmentView;
import dev.cairn.application.adoption.view.PlanViews;
import dev.cairn.application.catalog.CreateProduct;
import dev.cairn.application.catalog.ImportProduct;
import dev.cairn.application.catalog.view.ProductFilter;
import dev.cairn.application.catalog.view.ProductSort;
import dev.cairn.application.catalog.view.ProductView;
import dev.cairn.application.catalog.view.ProductViews;
import dev.cairn.application.customer.CreateCustomer;
import dev.cairn.application.customer.DeactivateCustomer;
import dev.cairn.application.customer.MoveLifecycle;
import dev.cairn.application.customer.SuspendCustomer;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Envelope;
import dev.cairn.application.shared.Gate;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.Role;
import dev.cairn.application.shared.UseCase;
import dev.cairn.devservices.DemoIdentities;
import dev.cairn.domain.adoption.AssignmentName;
import dev.cairn.domain.adoption.Entitlement;
import dev.cairn.domain.adoption.EntitlementChange;
import dev.cairn.domain.adoption.ReportedValue;
import dev.cairn.domain.adoption.StatusNote;
import dev.cairn.domain.adoption.ValueAddress;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.Part;
import dev.cairn.domain.catalog.Product;
import dev.cairn.domain.catalog.ProductDocument;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.customer.DeactivationReason;
import dev.cairn.domain.customer.LifecycleReason;
import dev.cairn.domain.customer.SuspensionReason;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.shared.OfferingKind;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.ProductTaskId;
import dev.cairn.domain.shared.TaskId;
import dev.cairn.domain.shared.TelemetryDefinitionId;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Fills an empty development database with two organisations that look like real ones. Everything enters through the use
 * cases, as it would from a client, so the demo obeys every rule there is.
 */
@Singleton
public class DemoData {
    private static final Logger LOG = Logger.getLogger(DemoData.class);
    private static final List<String> PRODUCTS = List.of("secure-edge", "observability-cloud", "data-platform");
    /** A product whose catalogue moves on after its plans were born. */
    private static final String MOVES_ON = "data-platform";

    private static final int MOST_TASKS = 200;
    private static final String DAYS_AGO = "$daysAgo";

    private final ObjectMapper json = new ObjectMapper();
    private final Gate gate;
    private final Clock clock;
    private final ProductViews products;
    private final PlanViews plans;
    private final CreateProduct createProduct;
    private final ImportProduct importProduct;
    private final CreateCustomer createCustomer;
    private final MoveLifecycle moveLifecycle;
    private final SuspendCustomer suspendCustomer;
    private final DeactivateCustomer deactivateCustomer;
    private final AssignProduct assignProduct;
    private final ChangeAssignment changeAssignment;
    private final ChangeTaskStatus changeTaskStatus;
    private final RecordPlanTelemetry recordTelemetry;

    DemoData(
            Gate gate,
            Clock clock,
            ProductViews products,
            PlanViews plans,
            CreateProduct createProduct,
            ImportProduct importProduct,
            CreateCustomer createCustomer,
            MoveLifecycle moveLifecycle,
            SuspendCustomer suspendCustomer,
            DeactivateCustomer deactivateCustomer,
            AssignProduct assignProduct,
            ChangeAssignment changeAssignment,
            ChangeTaskStatus changeTaskStatus,
            RecordPlanTelemetry recordTelemetry) {
        this.gate = gate;
        this.clock = clock;
        this.products = products;
        this.plans = plans;
        this.createProduct = createProduct;
        this.importProduct = importProduct;
        this.createCustomer = createCustomer;
        this.moveLifecycle = moveLifecycle;
        this.suspendCustomer = suspendCustomer;
        this.deactivateCustomer = deactivateCustomer;
        this.assignProduct = assignProduct;
        this.changeAssignment = changeAssignment;
        this.changeTaskStatus = changeTaskStatus;
        this.recordTelemetry = recordTelemetry;
    }

    void fill(@Observes StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            fillOrganisations();
        }
    }

    /** Fills each organisation of the demo that has nothing yet. */
    public void fillOrganisations() {
        var customers = read("customers.json");
        for (var organisation : DemoIdentities.ORGANISATIONS) {
            var teller = new Teller(organisation);
            if (teller.isEmpty()) {
                LOG.infof("filling %s with demo data", organisation);
                teller.tell(customers.path(organisation));
            }
        }
    }

    private JsonNode read(String name) {
        try (var file = DemoData.class.getResourceAsStream("/demo/" + name)) {
            return json.readTree(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException | Error refusal) {
            throw refusal;
        } catch (Throwable failure) {
            throw new IllegalStateException("the demo data could not be brought in", failure);
        }
    }

    /** Tells the story of one organisation. */
    private final class Teller {
        private final String organisation;
        private final Caller caller;
        private final Map<String, ProductView> catalogue = new HashMap<>();

        Teller(String organisation) {
            this.organisation = organisation;
            this.caller = Caller.of(new Actor(new OrgId(organisation), "admin@" + organisation), Role.ADMIN);
        }

        boolean isEmpty() {
            var filter = new ProductFilter(OfferingKind.PRODUCT, false, Optional.empty(), Optional.empty());
            var page = new PageRequest<ProductSort>(1, 0, Optional.empty(), List.of());
            return await(() -> products.list(gate.scope(Permission.CATALOG_READ, caller), filter, page))
                    .items()
                    .isEmpty();
        }

        void tell(JsonNode customers) {
            for (var name : PRODUCTS) {
                var document = document(name);
                var imported = run(createProduct, () -> new CreateProduct.Command(document, false));
                catalogue.put(name, imported.product());
            }
            var fixed = DemoIdentities.customersOf(organisation);
            for (int i = 0; i < customers.size(); i++) {
                var id = i < fixed.size() ? Optional.of(new CustomerId(fixed.get(i))) : Optional.<CustomerId>empty();
                customer(id, customers.get(i));
            }
            var next = document(MOVES_ON + ".next");
            var moved = known(catalogue, MOVES_ON).product().id();
            run(importProduct, () -> new ImportProduct.Command(moved, next, new Product.Mode(false, false)));
        }

        private ProductDocument document(String name) {
            return ProductDocuments.product(new Body(Optional.of(read("products/" + name + ".json"))));
        }

        private void customer(Optional<CustomerId> fixed, JsonNode story) {
            ObjectNode body = story.deepCopy();
            body.remove(List.of("lifecycle", "assignments", "account"));
            var asked = CustomerBodies.create(new Body(Optional.of(body)));
            var customer = run(
                            createCustomer,
                            () -> new CreateCustomer.Command(fixed, asked.code(), asked.details(), asked.stage()))
                    .customer()
                    .id();
            for (var reason : each(story.path("lifecycle"))) {
                run(
                        moveLifecycle,
                        () -> new MoveLifecycle.Command(
                                customer, LifecycleReason.valueOf(reason.asText()), Optional.empty()));
            }
            each(story.path("assignments")).forEach(assignment -> assignment(customer, assignment));
            account(customer, story.path("account"));
        }

        private void assignment(CustomerId customer, JsonNode story) {
            var product = known(catalogue, story.path("product").asText()).product();
            var assigned = run(
                    assignProduct,
                    () -> new AssignProduct.Command(
                            customer,
                            new ProductId(product.id().value()),
                            text(story, "name").map(AssignmentName::new).orElse(AssignmentName.DEFAULT),
                            Entitlement.of(
                                    LicenseLevel.valueOf(
                                            story.path("licenseLevel").asText()),
                                    ids(story.path("outcomes"), product.outcomes()),
                                    ids(story.path("releases"), product.releases())),
                            Optional.of(daysAgo(story.path("purchasedDaysAgo")))));
            var tasks = tasks(assigned.plan().plan().id());
            var keys = new HashMap<String, ProductTaskId>();
            product.tasks().forEach(task -> keys.put(task.key().value(), task.id()));
            story.path("statuses").properties().forEach(move -> {
                var task = known(tasks, known(keys, move.getKey()));
                var status = TaskStatus.valueOf(move.getValue().path("status").asText());
                var note = text(move.getValue(), "notes").map(StatusNote::new);
                run(changeTaskStatus, () -> new ChangeTaskStatus.Command(task, status, note));
            });
            telemetry(assigned.plan().plan().id(), product, each(story.path("telemetry")));
            text(story.path("change"), "licenseLevel").ifPresent(level -> change(assigned, level));
        }

        /** What the customer's systems reported of a plan, report by report, each as one batch. */
        private void telemetry(PlanId plan, Product.Snapshot product, List<JsonNode> reports) {
            var definitions = new HashMap<String, TelemetryDefinitionId>();
            product.tasks()
                    .forEach(task -> task.telemetry()
                            .forEach(definition ->
                                    definitions.put(definition.key().value(), definition.id())));
            for (var report : reports) {
                var source = text(report, "source").orElse(ReportedValue.API);
                var seen = Optional.of(daysAgo(report.path("daysAgo")));
                var rows = report.path("values").properties().stream()
                        .map(value -> new ValueBatch.Row(
                                new ValueAddress.OfOriginal(plan, known(definitions, value.getKey())),
                                new ReportedValue(
                                        new JsonValue(told(value.getValue())),
                                        source,
                                        seen,
                                        text(report, "notes"),
                                        Optional.empty())))
                        .toList();
                var batch = new ValueBatch(
                        Optional.empty(),
                        report.path("fullFile").asBoolean(),
                        true,
                        false,
                        StatusSource.TELEMETRY,
                        rows);
                var failed = run(recordTelemetry, () -> new RecordPlanTelemetry.Command(plan, batch))
                        .failed();
                if (!failed.isEmpty()) {
                    throw new IllegalStateException("the demo has values that nobody takes: " + failed);
                }
            }
        }

        /** A value as it is told: {@code {"$daysAgo": 2}} is the time of two days ago, wherever it stands. */
        private Object told(JsonNode value) {
            if (value.has(DAYS_AGO)) {
                return daysAgo(value.path(DAYS_AGO)).toString();
            }
            if (value.isObject()) {
                var members = new LinkedHashMap<String, Object>();
                value.properties().forEach(member -> members.put(member.getKey(), told(member.getValue())));
                return members;
            }
            return value.isArray()
                    ? each(value).stream().map(this::told).toList()
                    : json.convertValue(value, Object.class);
        }

        private Instant daysAgo(JsonNode days) {
            return clock.instant().minus(Duration.ofDays(days.asInt()));
        }

        private void change(AssignmentView assigned, String level) {
            var change =
                    EntitlementChange.of(Optional.of(LicenseLevel.valueOf(level)), Optional.empty(), Optional.empty());
            var assignment = assigned.assignment();
            run(
                    changeAssignment,
                    () -> new ChangeAssignment.Command(assignment.customer(), assignment.id(), change, false));
        }

        private Map<ProductTaskId, TaskId> tasks(PlanId plan) {
            var tasks = new HashMap<ProductTaskId, TaskId>();
            await(() -> plans.withTasks(
                            gate.scope(Permission.CUSTOMER_READ, caller), plan, MOST_TASKS, clock.instant()))
                    .tasks()
                    .forEach(task -> tasks.put(task.content().originalTaskId(), task.id()));
            return tasks;
        }

        private void account(CustomerId customer, JsonNode story) {
            var note = text(story, "note");
            switch (story.path("action").asText()) {
                case "suspend" ->
                    run(
                            suspendCustomer,
                            () -> new SuspendCustomer.Command(
                                    customer,
                                    SuspensionReason.valueOf(
                                            story.path("reasonCode").asText()),
                                    note));
                case "deactivate" ->
                    run(
                            deactivateCustomer,
                            () -> new DeactivateCustomer.Command(
                                    customer,
                                    DeactivationReason.valueOf(
                                            story.path("reasonCode").asText()),
                                    note));
                default -> {
                    // most accounts stay as they were born
                }
            }
        }

        private <C extends GuardedCommand, R> R run(UseCase<C, R> useCase, Supplier<C> command) {
            Envelope<R, R> envelope = Envelope.plain(caller, Origin.internal("demo"));
            return await(() -> useCase.handle(envelope, command));
        }
    }

    /** What a story refers to must be there: a story that does not is a fault of the files. */
    private static <K, V> V known(Map<K, V> things, K key) {
        return Optional.ofNullable(things.get(key))
                .orElseThrow(() -> new IllegalStateException("the demo has no " + key));
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.path(name).textValue());
    }

    private static <I, P extends Part<I>> List<I> ids(JsonNode keys, List<P> parts) {
        Function<String, I> id = key -> parts.stream()
                .filter(part -> part.key().value().equals(key))
                .findFirst()
                .orElseThrow()
                .id();
        return each(keys).stream().map(JsonNode::asText).map(id).toList();
    }
}
