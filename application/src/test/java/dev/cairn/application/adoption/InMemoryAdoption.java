package dev.cairn.application.adoption;

import dev.cairn.application.adoption.port.AdoptionPlans;
import dev.cairn.application.adoption.port.Assignments;
import dev.cairn.application.adoption.port.CustomerTasks;
import dev.cairn.application.adoption.port.FilterPreferences;
import dev.cairn.application.adoption.port.PlanSyncs;
import dev.cairn.application.adoption.port.ProductVersions;
import dev.cairn.application.adoption.port.SolutionAssignments;
import dev.cairn.application.adoption.telemetry.port.TelemetryValues;
import dev.cairn.application.catalog.published.Blueprints;
import dev.cairn.application.shared.Gate;
import dev.cairn.application.shared.Handler;
import dev.cairn.application.shared.InMemoryKeptAnswers;
import dev.cairn.application.shared.PermissionMatrix;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.application.shared.Role;
import dev.cairn.application.shared.Standing;
import dev.cairn.application.shared.Target;
import dev.cairn.application.shared.UnitOfWork;
import dev.cairn.application.shared.Work;
import dev.cairn.domain.adoption.AdoptionFixtures;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.Assignment;
import dev.cairn.domain.adoption.AssignmentName;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.adoption.FilterPreference;
import dev.cairn.domain.adoption.LastSync;
import dev.cairn.domain.adoption.ProductAssignment;
import dev.cairn.domain.adoption.SolutionAdoptionPlan;
import dev.cairn.domain.adoption.SolutionAssignment;
import dev.cairn.domain.adoption.TelemetryAttribute;
import dev.cairn.domain.adoption.TelemetryValue;
import dev.cairn.domain.adoption.ValueAddress;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.SolutionBlueprint;
import dev.cairn.domain.customer.published.AccountStatus;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.AggregateRoot;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.SolutionId;
import dev.cairn.domain.shared.TaskId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ports of adoption, and the unit of work over them, in maps: all or nothing, one organisation at a time. */
public final class InMemoryAdoption implements AdoptionStore {
    /** What was told to the world, by units of work that were kept. */
    public final List<DomainEvent> outbox = new ArrayList<>();

    /** What was locked and what was loaded, in order. */
    public final List<String> steps = new ArrayList<>();

    private final Map<AssignmentId, ProductAssignment.Snapshot> assignments = new LinkedHashMap<>();
    private final Map<AssignmentId, SolutionAssignment.Snapshot> solutions = new LinkedHashMap<>();
    private final Map<PlanId, AdoptionPlan.Snapshot> plans = new LinkedHashMap<>();
    private final Map<TaskId, CustomerTask.Snapshot> tasks = new LinkedHashMap<>();
    private final Map<PlanId, LastSync> lastSyncs = new HashMap<>();
    private final Map<FilterPreference.Owner, FilterPreference.Snapshot> filters = new HashMap<>();
    private final Map<OfferingId, Blueprint> products = new HashMap<>();
    private final Map<OfferingId, Blueprint> archivedProducts = new HashMap<>();
    private final Map<OfferingId, List<ProductId>> holdings = new HashMap<>();
    private final Set<ProductId> withheld = new HashSet<>();
    private final Map<CustomerId, Standing> customers = new HashMap<>();
    private final List<TelemetryValue> values = new ArrayList<>();
    private final Set<FullFile> fullFiles = new HashSet<>();
    private Optional<OrgId> organisation = Optional.empty();

    private record FullFile(PlanId plan, UUID batch) {}

    /** A customer with an open account that is assigned to nobody. */
    @Override
    public CustomerId aCustomer() {
        var id = new CustomerId(AdoptionFixtures.id());
        stand(id, AccountStatus.ACTIVE, Optional.empty());
        return id;
    }

    public void suspend(CustomerId customer) {
        stand(customer, AccountStatus.SUSPENDED, Optional.empty());
    }

    public void assign(CustomerId customer, String name) {
        stand(customer, AccountStatus.ACTIVE, Optional.of(name));
    }

    private void stand(CustomerId id, AccountStatus status, Optional<String> assignedTo) {
        customers.put(id, new Standing(id, assignedTo, status, LifecycleStage.ACTIVE, false));
    }

    /** Puts the product into the catalogue, or a newer version of it. */
    @Override
    public Blueprint offer(Blueprint product) {
        products.put(product.product(), product);
        return product;
    }

    /** Puts the solution into the catalogue, or a newer version of it, holding these products in this order. */
    public SolutionId offerSolution(Blueprint own, ProductId... held) {
        products.put(own.product(), own);
        holdings.put(own.product(), List.of(held));
        return (SolutionId) own.product();
    }

    public void archive(OfferingId product) {
        Optional.ofNullable(products.remove(product)).ifPresent(known -> archivedProducts.put(product, known));
    }

    /** What handlers stand in, at the instant. */
    public Handler.Frame frame(Instant now) {
        return new Handler.Frame(
                unitOfWork(),
                gate(),
                new InMemoryKeptAnswers(),
                Clock.fixed(now, ZoneOffset.UTC),
                AdoptionFixtures::id);
    }

    /** The gate over this world. */
    public Gate gate() {
        return new Gate(new PermissionMatrix(Set.of(Role.ADMIN, Role.CSS, Role.SALES)), this::standing);
    }

    /** As it is stored, past the organisation and the unit of work. */
    public ProductAssignment.Snapshot stored(AssignmentId id) {
        return assignments.get(id);
    }

    public AdoptionPlan.Snapshot stored(PlanId id) {
        return plans.get(id);
    }

    public CustomerTask.Snapshot stored(TaskId id) {
        return tasks.get(id);
    }

    public List<CustomerTask.Snapshot> storedTasks(PlanId plan) {
        return tasks.values().stream().filter(task -> task.plan().equals(plan)).toList();
    }

    public int storedAssignments() {
        return assignments.size();
    }

    public UnitOfWork unitOfWork() {
        return new UnitOfWork() {
            @Override
            public <T> Uni<T> in(Work work, Supplier<Uni<T>> steps) {
                return unit(work.caller().actor().org(), steps);
            }
        };
    }

    /** Runs the steps; nothing of them is kept when one fails. */
    private <T> Uni<T> unit(OrgId org, Supplier<Uni<T>> steps) {
        return Uni.createFrom().deferred(() -> {
            var assignmentsBefore = new LinkedHashMap<>(assignments);
            var solutionsBefore = new LinkedHashMap<>(solutions);
            var plansBefore = new LinkedHashMap<>(plans);
            var tasksBefore = new LinkedHashMap<>(tasks);
            var lastSyncsBefore = Map.copyOf(lastSyncs);
            var filtersBefore = Map.copyOf(filters);
            var outboxBefore = List.copyOf(outbox);
            var valuesBefore = List.copyOf(values);
            var fullFilesBefore = Set.copyOf(fullFiles);
            organisation = Optional.of(org);
            return Uni.createFrom()
                    .deferred(steps::get)
                    .onFailure()
                    .invoke(() -> {
                        replace(assignments, assignmentsBefore);
                        replace(solutions, solutionsBefore);
                        replace(plans, plansBefore);
                        replace(tasks, tasksBefore);
                        replace(lastSyncs, lastSyncsBefore);
                        replace(filters, filtersBefore);
                        outbox.clear();
                        outbox.addAll(outboxBefore);
                        values.clear();
                        values.addAll(valuesBefore);
                        fullFiles.clear();
                        fullFiles.addAll(fullFilesBefore);
                    })
                    .onTermination()
                    .invoke(() -> organisation = Optional.empty());
        });
    }

    @Override
    public <T> T inOneUnit(OrgId org, Supplier<Uni<T>> steps) {
        return unit(org, steps).await().indefinitely(); // in memory nothing waits
    }

    @Override
    public long events() {
        return outbox.size();
    }

    private static <K, V> void replace(Map<K, V> map, Map<K, V> content) {
        map.clear();
        map.putAll(content);
    }

    public Blueprints blueprints() {
        return new Blueprints() {
            @Override
            public Uni<Blueprint> get(ProductId product) {
                return one(
                        Stream.ofNullable(products.get(product)).filter(found -> !withheld.contains(product)),
                        ErrorCode.PRODUCT_NOT_FOUND);
            }

            @Override
            public Uni<Blueprint> ofAssigned(OfferingId product) {
                return asked(product);
            }

            @Override
            public Uni<SolutionBlueprint> get(SolutionId solution) {
                return one(Stream.ofNullable(products.get(solution)), ErrorCode.SOLUTION_NOT_FOUND)
                        .map(own -> solution(own, List.of()));
            }

            @Override
            public Uni<SolutionBlueprint> ofAssigned(SolutionId solution, Collection<ProductId> assigned) {
                return asked(solution).map(own -> solution(own, assigned));
            }
        };
    }

    public ProductVersions versions() {
        return new ProductVersions() {
            @Override
            public Uni<Long> current(OfferingId offering) {
                return asked(offering).map(Blueprint::version);
            }

            @Override
            public Uni<Beside> beside(AssignmentId solution) {
                var held = holdings.getOrDefault(solutions.get(solution).solution(), List.of());
                var managed = managed(solution);
                var order = Comparator.comparing((ProductAssignment.Snapshot row) ->
                        held.contains(row.product()) ? held.indexOf(row.product()) : Integer.MAX_VALUE);
                return Uni.createFrom()
                        .item(new Beside(
                                managed.stream()
                                        .sorted(order)
                                        .map(row -> part(row))
                                        .toList(),
                                !managed.stream()
                                        .map(ProductAssignment.Snapshot::product)
                                        .collect(Collectors.toSet())
                                        .equals(Set.copyOf(held))));
            }
        };
    }

    private SolutionAdoptionPlan.Part part(ProductAssignment.Snapshot managed) {
        var plan = plans.values().stream()
                .filter(row -> row.assignment().equals(managed.id()))
                .findFirst()
                .orElseThrow();
        var version = everywhere(managed.product()).findFirst().orElseThrow().version();
        return SolutionAdoptionPlan.Part.of(plan, managed.product(), plan.needsSync(version));
    }

    private List<ProductAssignment.Snapshot> managed(AssignmentId solution) {
        return assignments.values().stream()
                .filter(row -> row.solution().equals(Optional.of(solution)))
                .toList();
    }

    /** The assignments of solutions. */
    public SolutionAssignments solutionAssignments() {
        return new SolutionAssignments() {
            @Override
            public Uni<SolutionAssignment> get(CustomerId customer, AssignmentId id) {
                var found = Stream.ofNullable(solutions.get(id))
                        .filter(row -> isHere(row.org()) && row.customer().equals(customer))
                        .filter(row -> row.removedAt().isEmpty());
                return one(found, ErrorCode.ASSIGNMENT_NOT_FOUND).map(SolutionAssignment::restore);
            }

            @Override
            public Uni<SolutionAssignment> ofPlan(PlanId plan) {
                var found = Stream.ofNullable(plans.get(plan))
                        .flatMap(row -> Stream.ofNullable(solutions.get(row.assignment())))
                        .filter(row -> isHere(row.org()));
                return one(found, ErrorCode.SOLUTION_ADOPTION_PLAN_NOT_FOUND).map(SolutionAssignment::restore);
            }

            @Override
            public Uni<Void> add(SolutionAssignment assignment) {
                var added = assignment.snapshot();
                var twin = solutions.values().stream()
                        .filter(row ->
                                row.org().equals(added.org()) && row.customer().equals(added.customer()))
                        .filter(row -> row.solution().equals(added.solution()))
                        .filter(row -> row.name().equals(added.name()))
                        .anyMatch(row -> row.removedAt().isEmpty());
                return twin
                        ? Uni.createFrom()
                                .failure(new DomainException(
                                        ErrorCode.CUSTOMER_SOLUTION_EXISTS, "The customer has the solution."))
                        : put(solutions, added.id(), added, assignment);
            }

            @Override
            public Uni<Void> save(SolutionAssignment assignment) {
                return put(solutions, assignment.id(), assignment.snapshot(), assignment);
            }
        };
    }

    public SolutionAssignment.Snapshot storedSolution(AssignmentId id) {
        return solutions.get(id);
    }

    /** The assignments of products that a solution manages, as they are stored. */
    public List<ProductAssignment.Snapshot> storedProductsOf(AssignmentId solution) {
        return managed(solution);
    }

    private SolutionBlueprint solution(Blueprint own, Collection<ProductId> assigned) {
        var held = holdings.getOrDefault(own.product(), List.of());
        var sources = new HashMap<ProductId, Blueprint>();
        Stream.concat(held.stream(), assigned.stream())
                .forEach(product ->
                        sources.put(product, everywhere(product).findFirst().orElseThrow()));
        return new SolutionBlueprint(
                own,
                held,
                held.stream()
                        .flatMap(product -> Stream.ofNullable(products.get(product)))
                        .toList(),
                sources);
    }

    private Stream<Blueprint> everywhere(OfferingId offering) {
        return Stream.of(products, archivedProducts).flatMap(shelf -> Stream.ofNullable(shelf.get(offering)));
    }

    /** As the catalogue has it, archived or not. */
    public Blueprint known(OfferingId offering) {
        return everywhere(offering).findFirst().orElseThrow();
    }

    /** Lets nobody get the product, though whoever asks for a solution is still shown it. */
    public void withhold(ProductId product) {
        withheld.add(product);
    }

    private Uni<Blueprint> asked(OfferingId offering) {
        return one(everywhere(offering), offering.kind().missing());
    }

    @Override
    public Assignments assignments() {
        return new Assignments() {
            @Override
            public Uni<ProductAssignment> get(CustomerId customer, AssignmentId id) {
                var found = Stream.ofNullable(assignments.get(id))
                        .filter(row -> isHere(row.org()))
                        .filter(row -> row.customer().equals(customer))
                        .filter(row -> row.removedAt().isEmpty());
                return one(found, ErrorCode.ASSIGNMENT_NOT_FOUND).map(ProductAssignment::restore);
            }

            @Override
            public Uni<ProductAssignment> named(CustomerId customer, ProductId product, AssignmentName name) {
                var latestFirst = Comparator.comparing((ProductAssignment.Snapshot row) ->
                                row.removedAt().orElse(Instant.MAX))
                        .thenComparing(row -> row.id().value())
                        .reversed();
                var found = assignments.values().stream()
                        .filter(row -> isHere(row.org()))
                        .filter(row -> row.customer().equals(customer)
                                && row.product().equals(product)
                                && row.name().equals(name))
                        .sorted(latestFirst);
                return one(found, ErrorCode.ASSIGNMENT_NOT_FOUND).map(ProductAssignment::restore);
            }

            @Override
            public Uni<Assignment> ofLocked(AdoptionPlan plan) {
                var owner = plan.snapshot().assignment();
                return Uni.createFrom()
                        .item(
                                plan.snapshot().isOfSolution()
                                        ? SolutionAssignment.restore(solutions.get(owner))
                                        : ProductAssignment.restore(assignments.get(owner)));
            }

            @Override
            public Uni<List<ProductAssignment>> managedBy(AssignmentId solution) {
                return Uni.createFrom()
                        .item(managed(solution).stream()
                                .filter(row -> isHere(row.org()))
                                .map(ProductAssignment::restore)
                                .toList());
            }

            @Override
            public Uni<List<ProductAssignment>> present(CustomerId customer, Collection<ProductId> products) {
                return Uni.createFrom()
                        .item(assignments.values().stream()
                                .filter(row ->
                                        isHere(row.org()) && row.customer().equals(customer))
                                .filter(row -> products.contains(row.product()))
                                .filter(row -> row.removedAt().isEmpty())
                                .map(ProductAssignment::restore)
                                .toList());
            }

            @Override
            public Uni<Void> add(ProductAssignment assignment) {
                var added = assignment.snapshot();
                return assignments.values().stream().anyMatch(isTwinOf(added))
                        ? Uni.createFrom().failure(taken())
                        : put(assignments, added.id(), added, assignment);
            }

            @Override
            public Uni<Void> save(ProductAssignment assignment) {
                var state = assignment.snapshot();
                return state.removedAt().isEmpty()
                                && assignments.values().stream().anyMatch(isTwinOf(state))
                        ? Uni.createFrom().failure(taken())
                        : put(assignments, state.id(), state, assignment);
            }
        };
    }

    private static Predicate<ProductAssignment.Snapshot> isTwinOf(ProductAssignment.Snapshot added) {
        return row -> !row.id().equals(added.id())
                && row.org().equals(added.org())
                && row.customer().equals(added.customer())
                && row.product().equals(added.product())
                && row.name().equals(added.name())
                && row.removedAt().isEmpty();
    }

    private static DomainException taken() {
        return new DomainException(
                ErrorCode.CUSTOMER_PRODUCT_EXISTS,
                "The customer has the product under this name.",
                new Fault("/name", Fault.Code.DUPLICATE, "give the second assignment another name"));
    }

    @Override
    public AdoptionPlans plans() {
        return new AdoptionPlans() {
            @Override
            public Uni<AdoptionPlan> lock(PlanId id) {
                return planWhere(plan -> plan.id().equals(id), ErrorCode.ADOPTION_PLAN_NOT_FOUND);
            }

            @Override
            public Uni<AdoptionPlan> lockPlanOf(TaskId task) {
                var wanted = Optional.ofNullable(tasks.get(task)).map(CustomerTask.Snapshot::plan);
                return planWhere(plan -> wanted.equals(Optional.of(plan.id())), ErrorCode.TASK_NOT_FOUND);
            }

            @Override
            public Uni<AdoptionPlan> lockOf(AssignmentId assignment) {
                return planWhere(plan -> plan.assignment().equals(assignment), ErrorCode.ADOPTION_PLAN_NOT_FOUND);
            }

            @Override
            public Uni<Void> add(AdoptionPlan.Birth birth) {
                birth.tasks().forEach(task -> tasks.put(task.id(), task.snapshot()));
                return save(birth.plan());
            }

            @Override
            public Uni<List<AdoptionPlan>> lockOfAll(Collection<AssignmentId> owners) {
                steps.add("plans locked");
                return Uni.createFrom()
                        .item(plans.values().stream()
                                .filter(row -> isHere(row.org()) && owners.contains(row.assignment()))
                                .map(AdoptionPlan::restore)
                                .toList());
            }

            @Override
            public Uni<List<AdoptionPlan>> lockAll(Collection<PlanId> ids) {
                steps.add("plans locked");
                return Uni.createFrom()
                        .item(plans.values().stream()
                                .filter(row -> isHere(row.org()) && ids.contains(row.id()))
                                .map(AdoptionPlan::restore)
                                .toList());
            }

            @Override
            public Uni<Void> save(AdoptionPlan plan) {
                return put(plans, plan.id(), plan.snapshot(), plan);
            }

            @Override
            public Uni<Void> saveAll(List<AdoptionPlan> many) {
                return each(many, this::save);
            }
        };
    }

    private Uni<AdoptionPlan> planWhere(Predicate<AdoptionPlan.Snapshot> wanted, ErrorCode missing) {
        steps.add("plan locked");
        return one(plans.values().stream().filter(row -> isHere(row.org())).filter(wanted), missing)
                .map(AdoptionPlan::restore);
    }

    @Override
    public CustomerTasks tasks() {
        return new CustomerTasks() {
            @Override
            public Uni<CustomerTask> get(TaskId id) {
                steps.add("task loaded");
                return one(Stream.ofNullable(tasks.get(id)).filter(row -> isHere(row.org())), ErrorCode.TASK_NOT_FOUND)
                        .map(CustomerTask::restore);
            }

            @Override
            public Uni<List<CustomerTask>> ofPlan(PlanId plan, Set<TaskId> ids) {
                steps.add("tasks loaded");
                var found = storedTasks(plan).stream()
                        .filter(row -> isHere(row.org()) && ids.contains(row.id()))
                        .map(CustomerTask::restore)
                        .toList();
                return Uni.createFrom().item(found);
            }

            @Override
            public Uni<List<CustomerTask>> whole(PlanId plan) {
                return tasksWhere(task -> task.plan().equals(plan));
            }

            @Override
            public Uni<List<CustomerTask>> whole(Collection<PlanId> many) {
                return tasksWhere(task -> many.contains(task.plan()));
            }

            @Override
            public Uni<List<CustomerTask>> all(Collection<TaskId> ids) {
                return tasksWhere(task -> ids.contains(task.id()));
            }

            @Override
            public Uni<List<CustomerTask>> ofPlans(Collection<PlanId> plans, Collection<TaskId> others) {
                return tasksWhere(task -> others.contains(task.id())
                        || plans.contains(task.plan()) && !task.state().isArchived());
            }

            @Override
            public Uni<Void> save(CustomerTask task) {
                return put(tasks, task.id(), task.snapshot(), task);
            }

            @Override
            public Uni<Void> saveAll(List<CustomerTask> many) {
                return each(many, this::save);
            }
        };
    }

    @Override
    public PlanSyncs planSyncs() {
        return new PlanSyncs() {
            @Override
            public Uni<Optional<LastSync>> last(PlanId plan) {
                return Uni.createFrom().item(here(plan).flatMap(known -> Optional.ofNullable(lastSyncs.get(known))));
            }

            @Override
            public Uni<Void> store(AdoptionPlan plan, AdoptionPlan.Synchronisation done) {
                return plans().save(plan)
                        .chain(() -> tasks().saveAll(done.touched()))
                        .chain(() -> tasks().saveAll(done.added()))
                        .invoke(() -> done.undo().ifPresent(undo -> lastSyncs.put(plan.id(), undo)));
            }

            @Override
            public Uni<Void> takeBack(AdoptionPlan plan, AdoptionPlan.Undone undone) {
                return plans().save(plan)
                        .chain(() -> tasks().saveAll(undone.touched()))
                        .invoke(() -> {
                            undone.removed().forEach(task -> tasks.remove(task.id()));
                            lastSyncs.remove(plan.id());
                        });
            }
        };
    }

    @Override
    public FilterPreferences filterPreferences() {
        return new FilterPreferences() {
            @Override
            public Uni<FilterPreference> of(FilterPreference.Owner owner) {
                return Uni.createFrom()
                        .item(Optional.ofNullable(filters.get(owner))
                                .filter(row -> isHere(owner.who().org()))
                                .map(FilterPreference::restore)
                                .orElseGet(() -> FilterPreference.none(owner)));
            }

            @Override
            public Uni<Void> save(FilterPreference preference) {
                var state = preference.snapshot();
                return state.version() == 0
                        ? Uni.createFrom().voidItem()
                        : put(filters, state.owner(), state, preference);
            }
        };
    }

    private Uni<List<CustomerTask>> tasksWhere(Predicate<CustomerTask.Snapshot> wanted) {
        steps.add("tasks loaded");
        return Uni.createFrom()
                .item(tasks.values().stream()
                        .filter(row -> isHere(row.org()))
                        .filter(wanted)
                        .map(CustomerTask::restore)
                        .toList());
    }

    private static <T> Uni<Void> each(List<T> many, Function<T, Uni<Void>> save) {
        return many.stream().map(save).reduce(Uni.createFrom().voidItem(), (before, next) -> before.chain(() -> next));
    }

    /** The values that are stored, in the order they came. */
    public List<TelemetryValue> storedValues() {
        return List.copyOf(values);
    }

    @Override
    public TelemetryValues telemetryValues() {
        return new TelemetryValues() {
            @Override
            public Uni<List<Place>> locate(List<ValueAddress> addresses) {
                steps.add("values located");
                return Uni.createFrom()
                        .item(IntStream.range(0, addresses.size())
                                .mapToObj(row -> place(row, addresses.get(row)))
                                .flatMap(Optional::stream)
                                .toList());
            }

            @Override
            public Uni<List<TelemetryValue>> known(List<Wanted> wanted) {
                return Uni.createFrom()
                        .item(values.stream()
                                .filter(value -> wanted.stream().anyMatch(it -> couldBe(value, it)))
                                .toList());
            }

            @Override
            public Uni<Set<PlanId>> countedFor(UUID batch, Collection<PlanId> plans) {
                return Uni.createFrom()
                        .item(plans.stream()
                                .filter(plan -> fullFiles.contains(new FullFile(plan, batch)))
                                .collect(Collectors.toSet()));
            }

            @Override
            public Uni<Void> add(List<TelemetryValue> more) {
                return Uni.createFrom().voidItem().invoke(() -> values.addAll(more));
            }

            @Override
            public Uni<Void> count(UUID batch, Collection<PlanId> plans, Instant now) {
                return Uni.createFrom()
                        .voidItem()
                        .invoke(() -> plans.forEach(plan -> fullFiles.add(new FullFile(plan, batch))));
            }
        };
    }

    private static boolean couldBe(TelemetryValue value, TelemetryValues.Wanted wanted) {
        var reported = wanted.reported();
        return value.attribute().equals(wanted.attribute())
                && (reported.observedAt().equals(Optional.of(value.observedAt()))
                        || reported.dedupeKey().isPresent()
                                && reported.dedupeKey().equals(value.dedupeKey()));
    }

    private Optional<TelemetryValues.Place> place(int row, ValueAddress address) {
        if (address instanceof ValueAddress.OfAttribute of) {
            return tasks.values().stream()
                    .filter(task -> isHere(task.org()))
                    .filter(task -> attribute(task, it -> it.id().equals(of.attribute()))
                            .isPresent())
                    .findFirst()
                    .map(task -> new TelemetryValues.Place(
                            row, task.plan(), 1, Optional.of(task.id()), Optional.of(of.attribute())));
        }
        if (address instanceof ValueAddress.OfOriginal of) {
            Predicate<TelemetryAttribute> copy = it -> it.originalAttributeId().equals(of.original());
            return here(of.plan())
                    .map(plan -> place(
                            row,
                            plan,
                            storedTasks(plan).stream()
                                    .filter(task -> attribute(task, copy).isPresent())
                                    .sorted(Comparator.comparing(
                                            task -> task.state().isArchived()))
                                    .limit(1)
                                    .toList(),
                            copy));
        }
        var of = (ValueAddress.OfNames) address;
        return here(of.plan())
                .map(plan -> place(
                        row,
                        plan,
                        storedTasks(plan).stream()
                                .filter(task -> task.content().name().equals(of.task())
                                        && !task.state().isArchived())
                                .toList(),
                        it -> it.name().equals(of.attribute())));
    }

    private static TelemetryValues.Place place(
            int row, PlanId plan, List<CustomerTask.Snapshot> found, Predicate<TelemetryAttribute> wanted) {
        var task = found.size() == 1 ? Optional.of(found.get(0)) : Optional.<CustomerTask.Snapshot>empty();
        return new TelemetryValues.Place(
                row,
                plan,
                found.size(),
                task.map(CustomerTask.Snapshot::id),
                task.flatMap(it -> attribute(it, wanted)).map(TelemetryAttribute::id));
    }

    private static Optional<TelemetryAttribute> attribute(
            CustomerTask.Snapshot task, Predicate<TelemetryAttribute> wanted) {
        return task.telemetry().stream().filter(wanted).findFirst();
    }

    private Optional<PlanId> here(PlanId plan) {
        return Optional.ofNullable(plans.get(plan))
                .filter(row -> isHere(row.org()))
                .map(AdoptionPlan.Snapshot::id);
    }

    private Uni<Optional<Standing>> standing(ReadScope scope, Target target) {
        return Uni.createFrom()
                .item(behind(target)
                        .filter(standing -> scope.customers().covers(standing))
                        .filter(standing -> scope.seesRemoved() || !standing.archived()));
    }

    private Optional<Standing> behind(Target target) {
        if (target instanceof Target.OfCustomer of) {
            return Optional.ofNullable(customers.get(of.id()));
        }
        if (target instanceof Target.OfAssignment of) {
            return Optional.ofNullable(customers.get(of.customer()));
        }
        if (target instanceof Target.OfSolutionAssignment of) {
            return Optional.ofNullable(customers.get(of.customer()));
        }
        if (target instanceof Target.OfSolutionPlan of) {
            return behind(Optional.ofNullable(plans.get(of.id())).filter(AdoptionPlan.Snapshot::isOfSolution));
        }
        if (target instanceof Target.OfPlan of) {
            return behind(Optional.ofNullable(plans.get(of.id())));
        }
        if (target instanceof Target.OfTask of) {
            return behind(Optional.ofNullable(tasks.get(of.id())).map(task -> plans.get(task.plan())));
        }
        return Optional.empty();
    }

    private Optional<Standing> behind(Optional<AdoptionPlan.Snapshot> plan) {
        return plan.filter(row -> isHere(row.org()))
                .flatMap(row -> Optional.ofNullable(customers.get(row.customer()))
                        .map(of -> new Standing(
                                of.customer(),
                                of.assignedTo(),
                                of.status(),
                                of.stage(),
                                row.archivedAt().isPresent())));
    }

    private boolean isHere(OrgId org) {
        return organisation.equals(Optional.of(org));
    }

    private <K, V> Uni<Void> put(Map<K, V> map, K key, V state, AggregateRoot teller) {
        return Uni.createFrom().voidItem().invoke(() -> {
            map.put(key, state);
            outbox.addAll(teller.takeEvents());
        });
    }

    private static <T> Uni<T> one(Stream<T> found, ErrorCode missing) {
        return found.findFirst()
                .map(row -> Uni.createFrom().item(row))
                .orElseGet(() -> Uni.createFrom().failure(new DomainException(missing, "There is none.")));
    }
}
