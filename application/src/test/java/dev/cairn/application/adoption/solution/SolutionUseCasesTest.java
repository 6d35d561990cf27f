package dev.cairn.application.adoption.solution;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.ORG;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.anAssignment;
import static dev.cairn.domain.adoption.AdoptionFixtures.everythingOf;
import static dev.cairn.domain.adoption.Products.aProduct;
import static dev.cairn.domain.adoption.SourceTasks.aSource;
import static dev.cairn.domain.catalog.published.LicenseLevel.ADVANTAGE;
import static dev.cairn.domain.catalog.published.LicenseLevel.ESSENTIAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.adoption.InMemoryAdoption;
import dev.cairn.application.adoption.solution.view.SolutionAssignmentView;
import dev.cairn.application.adoption.solution.view.SyncedSolution;
import dev.cairn.application.adoption.solution.view.SyncedSolution.Change;
import dev.cairn.application.adoption.solution.view.SyncedSolution.OfProduct;
import dev.cairn.application.adoption.sync.SyncPlan;
import dev.cairn.application.adoption.sync.SyncPlans;
import dev.cairn.application.adoption.sync.view.SyncedPlan;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Envelope;
import dev.cairn.application.shared.GuardedCommand;
import dev.cairn.application.shared.Handler;
import dev.cairn.application.shared.KeptAnswer;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.Precondition;
import dev.cairn.application.shared.Retry;
import dev.cairn.application.shared.RetryKey;
import dev.cairn.application.shared.Role;
import dev.cairn.application.shared.Terms;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.adoption.AdoptionFixtures;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.AssignmentName;
import dev.cairn.domain.adoption.EntitlementChange;
import dev.cairn.domain.adoption.PreviewToken;
import dev.cairn.domain.adoption.Solutions;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.OfferingId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.SolutionId;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SolutionUseCasesTest {
    private static final Caller CSS = Caller.of(ANNA, Role.CSS);

    private final InMemoryAdoption world = new InMemoryAdoption();
    private final Handler.Frame frame = world.frame(TUESDAY);
    private final CustomerId customer = world.aCustomer();
    private final ProductId edge = offered("Secure Edge", 2);
    private final ProductId cloud = offered("Secure Cloud", 3);
    private final SolutionId suite =
            world.offerSolution(Solutions.ownOf("Suite").with(2, "5").build(), edge, cloud);

    /** Products whose plans nobody can lock for now. */
    private final Set<PlanId> busy = new HashSet<>();

    private final AssignSolution assign = new AssignSolutionHandler(
            frame, world.blueprints(), world.solutionAssignments(), world.assignments(), world.plans());
    private final ChangeSolutionAssignment change = new ChangeSolutionAssignmentHandler(
            frame, world.blueprints(), world.solutionAssignments(), world.assignments(), world.plans());
    private final RemoveSolutionAssignment remove =
            new RemoveSolutionAssignmentHandler(frame, world.solutionAssignments(), world.assignments(), world.plans());
    private final PreviewSolutionSync preview = new PreviewSolutionSyncHandler(
            frame, world.solutionAssignments(), world.assignments(), world.plans(), world.tasks(), world.blueprints());
    private final SolutionSyncs syncs = new SolutionSyncs(
            new BeginSolutionSyncHandler(
                    frame,
                    world.solutionAssignments(),
                    world.assignments(),
                    world.plans(),
                    world.tasks(),
                    world.versions(),
                    world.blueprints()),
            syncPlan(),
            new JoinSolutionHandler(
                    frame, world.blueprints(), world.solutionAssignments(), world.assignments(), world.plans()),
            new FinishSolutionSyncHandler(
                    frame,
                    world.solutionAssignments(),
                    world.assignments(),
                    world.plans(),
                    world.tasks(),
                    world.planSyncs(),
                    world.versions(),
                    world.blueprints()));

    /** The use case of single plans, as far as this one needs it: a plan is made equal, or cannot be locked. */
    private SyncPlan syncPlan() {
        var single = SyncPlans.over(world, frame);
        return new SyncPlan() {
            @Override
            public <A> Uni<A> handle(Envelope<SyncedPlan, A> envelope, Supplier<Command> command) {
                return busy.contains(command.get().plan())
                        ? Uni.createFrom().failure(new DomainException(ErrorCode.UNAVAILABLE, "Locked."))
                        : single.handle(envelope, command);
            }
        };
    }

    private ProductId offered(String name, int tasks) {
        return world.offer(aProduct().named(name).with(tasks, "10").build()).ofProduct();
    }

    /** A newer version with one task more. */
    private void grow(OfferingId offering, String name) {
        var known = world.known(offering);
        var tasks = new java.util.ArrayList<>(known.tasks());
        tasks.add(aSource().named(name).weighing("1").at(tasks.size() + 1).build());
        world.offer(
                new Blueprint(offering, known.name(), known.version() + 1, known.outcomes(), known.releases(), tasks));
    }

    private void growAll() {
        grow(edge, "New in edge");
        grow(cloud, "New in cloud");
        grow(suite, "New of its own");
    }

    private <C extends GuardedCommand, R> R run(UseCase<C, R> useCase, C command) {
        Envelope<R, R> envelope = Envelope.plain(CSS, Origin.internal("test"));
        return useCase.handle(envelope, () -> command).await().indefinitely(); // in memory nothing waits
    }

    private SyncedSolution sync(PlanId plan, Optional<PreviewToken> token) {
        Envelope<SyncedSolution, SyncedSolution> envelope = Envelope.plain(CSS, Origin.internal("test"));
        return syncs.handle(envelope, () -> new SolutionSyncs.Command(plan, token))
                .await()
                .indefinitely();
    }

    private SolutionAssignmentView assigned() {
        return assigned(ESSENTIAL);
    }

    private SolutionAssignmentView assigned(LicenseLevel level) {
        return run(
                assign,
                new AssignSolution.Command(
                        customer, suite, Optional.empty(), everythingOf(level), List.of(), Optional.empty()));
    }

    private static void assertRefused(ErrorCode code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private List<String> told() {
        return world.outbox.stream().map(DomainEvent::type).toList();
    }

    @Nested
    class Assigning {
        @Test
        void brings_the_plan_of_its_own_tasks_and_every_product() {
            var view = assigned();
            assertThat(view.plan().progress().totalTasks()).isEqualTo(7);
            assertThat(view.plan().own().progress().totalTasks()).isEqualTo(2);
            assertThat(view.plan().products())
                    .extracting(part -> part.product())
                    .containsExactly(edge, cloud);
            assertThat(view.tasks().orElseThrow()).hasSize(2);
            assertThat(world.storedProductsOf(view.assignment().id())).hasSize(2);
            assertThat(told())
                    .containsExactly(
                            "solution.assigned",
                            "adoption.plan_created",
                            "product.assigned",
                            "adoption.plan_created",
                            "product.assigned",
                            "adoption.plan_created");
        }

        @Test
        void takes_what_the_customer_has_as_default() {
            var own = anAssignment(customer, world.known(edge), "Default", everythingOf(ESSENTIAL));
            var birth = AdoptionPlan.bornFrom(own, world.known(edge), AdoptionFixtures::id, ANNA, MONDAY);
            world.inOneUnit(
                    ORG,
                    () -> world.assignments().add(own).chain(() -> world.plans().add(birth)));
            var view = assigned(ADVANTAGE);
            assertThat(view.plan().products().get(0).plan())
                    .isEqualTo(birth.plan().id());
            assertThat(view.plan().products().get(0).needsSync()).isTrue();
            assertThat(world.stored(own.id()).solution())
                    .hasValue(view.assignment().id());
            assertThat(world.stored(birth.plan().id()).entitlementsChanged()).isTrue();
        }

        @Test
        void twice_under_one_name_leaves_nothing_of_the_second() {
            assigned();
            world.outbox.clear();
            assertRefused(ErrorCode.CUSTOMER_SOLUTION_EXISTS, () -> assigned());
            assertThat(told()).isEmpty();
            assertThat(world.storedAssignments()).isEqualTo(2);
        }

        @Test
        void asks_nobody_for_products_when_it_holds_none() {
            var alone =
                    world.offerSolution(Solutions.ownOf("Alone").with(1, "5").build());
            var view = run(
                    assign,
                    new AssignSolution.Command(
                            customer,
                            alone,
                            Optional.of(new AssignmentName("x")),
                            everythingOf(ESSENTIAL),
                            List.of(),
                            Optional.of(MONDAY)));
            assertThat(view.plan().products()).isEmpty();
            assertThat(view.assignment().purchasedAt()).isEqualTo(MONDAY);
        }

        @Test
        void is_refused_while_the_customer_is_suspended() {
            world.suspend(customer);
            assertRefused(ErrorCode.CUSTOMER_SUSPENDED, () -> assigned());
        }
    }

    @Test
    void a_change_goes_to_every_product_and_the_plans_learn_of_it() {
        var view = assigned();
        world.outbox.clear();
        var command = new ChangeSolutionAssignment.Command(
                customer,
                view.assignment().id(),
                new EntitlementChange(Optional.of(ADVANTAGE), Optional.empty(), Optional.empty()),
                Optional.empty());
        var changed = run(change, command);
        assertThat(changed.plan().needsSync()).isTrue();
        assertThat(changed.plan().products()).allMatch(part -> part.needsSync());
        assertThat(world.storedProductsOf(view.assignment().id()))
                .allMatch(product -> product.entitlement().licenseLevel() == ADVANTAGE);
        assertThat(told()).containsExactly("solution.changed", "product.changed", "product.changed");
        world.outbox.clear();
        run(change, command);
        assertThat(told()).isEmpty();
    }

    @Test
    void removing_it_takes_its_products_and_puts_all_plans_away() {
        var view = assigned();
        world.outbox.clear();
        var gone = run(
                remove,
                new RemoveSolutionAssignment.Command(customer, view.assignment().id()));
        assertThat(gone.removedAt()).hasValue(TUESDAY);
        assertThat(world.storedProductsOf(view.assignment().id()))
                .allMatch(product -> product.removedAt().isPresent());
        assertThat(world.stored(view.plan().own().id()).archivedAt()).hasValue(TUESDAY);
        view.plan()
                .products()
                .forEach(part ->
                        assertThat(world.stored(part.plan()).archivedAt()).hasValue(TUESDAY));
        assertThat(told()).containsExactly("solution.removed", "product.removed", "product.removed");
        assertRefused(
                ErrorCode.ASSIGNMENT_NOT_FOUND,
                () -> run(
                        remove,
                        new RemoveSolutionAssignment.Command(
                                customer, view.assignment().id())));
    }

    @Nested
    class Synchronising {
        private final SolutionAssignmentView view = assigned();
        private final PlanId plan = view.plan().own().id();

        private PlanId planOf(int product) {
            return view.plan().products().get(product).plan();
        }

        @Test
        void makes_its_own_tasks_and_every_product_follow() {
            growAll();
            var synced = sync(plan, Optional.empty());
            assertThat(synced.changed()).isTrue();
            assertThat(synced.own().added()).isEqualTo(1);
            assertThat(synced.products())
                    .containsExactly(
                            OfProduct.done(edge, planOf(0), Change.SYNCHRONISED),
                            OfProduct.done(cloud, planOf(1), Change.SYNCHRONISED));
            assertThat(synced.plan().progress().totalTasks()).isEqualTo(10);
            assertThat(synced.plan().needsSync()).isFalse();
            assertThat(sync(plan, Optional.empty()).changed()).isFalse();
        }

        @Test
        void reports_a_product_that_fails_and_does_the_others() {
            growAll();
            busy.add(planOf(0));
            var synced = sync(plan, Optional.empty());
            assertThat(synced.products())
                    .containsExactly(
                            OfProduct.failed(edge, Optional.of(planOf(0)), ErrorCode.UNAVAILABLE),
                            OfProduct.done(cloud, planOf(1), Change.SYNCHRONISED));
            assertThat(synced.ownChanged()).isTrue();
            assertThat(synced.plan().needsSync()).isTrue();
            assertThat(synced.plan().progress().totalTasks()).isEqualTo(9);
        }

        @Test
        void applies_a_preview_of_the_whole_and_refuses_one_that_is_outdated() {
            growAll();
            var seen = run(preview, new PreviewSolutionSync.Command(plan));
            assertThat(seen.isEmpty()).isFalse();
            assertThat(world.stored(plan).progress().totalTasks()).isEqualTo(2);
            grow(cloud, "One more");
            assertRefused(ErrorCode.PREVIEW_OUTDATED, () -> sync(plan, Optional.of(seen.token())));
            assertThat(world.stored(planOf(0)).progress().totalTasks()).isEqualTo(2);
            var again = run(preview, new PreviewSolutionSync.Command(plan));
            assertThat(sync(plan, Optional.of(again.token())).changed()).isTrue();
        }

        @Test
        void brings_what_came_into_it_lets_go_of_what_left_and_takes_it_back() {
            var mail = offered("Secure Mail", 1);
            world.offerSolution(newer(), mail, edge);
            var synced = sync(plan, Optional.empty());
            assertThat(synced.products())
                    .extracting(OfProduct::change)
                    .containsExactly(Optional.of(Change.NONE), Optional.of(Change.JOINED), Optional.of(Change.LEFT));
            assertThat(synced.plan().products())
                    .extracting(part -> part.product())
                    .containsExactly(mail, edge);
            assertThat(world.stored(view.plan().products().get(1).assignment()).solution())
                    .isEmpty();

            world.offerSolution(newer(), edge, cloud);
            var back = sync(plan, Optional.empty());
            assertThat(back.plan().products()).extracting(part -> part.plan()).containsExactly(planOf(0), planOf(1));
        }

        private Blueprint newer() {
            var known = world.known(suite);
            return new Blueprint(
                    suite, known.name(), known.version() + 1, known.outcomes(), known.releases(), known.tasks());
        }

        @Test
        void reports_a_product_that_cannot_come() {
            var mail = offered("Secure Mail", 1);
            world.offerSolution(newer(), edge, cloud, mail);
            world.withhold(mail);
            var synced = sync(plan, Optional.empty());
            assertThat(synced.products().get(2))
                    .isEqualTo(OfProduct.failed(mail, Optional.empty(), ErrorCode.PRODUCT_NOT_FOUND));
        }

        @Test
        void means_the_state_of_its_own_plan() {
            var stale = new Envelope<SyncedSolution, SyncedSolution>(
                    CSS,
                    Origin.internal("test"),
                    () -> new Terms<>(Precondition.oneOf(Set.of(7L)), Optional.empty()),
                    answer -> answer);
            growAll();
            assertRefused(
                    ErrorCode.VERSION_CONFLICT,
                    () -> syncs.handle(stale, () -> new SolutionSyncs.Command(plan, Optional.empty()))
                            .await()
                            .indefinitely());
            assertThat(world.stored(planOf(0)).progress().totalTasks()).isEqualTo(2);
        }

        @Test
        void answers_the_same_request_again_without_doing_it_again() {
            var keyed = new Envelope<SyncedSolution, String>(
                    CSS,
                    Origin.internal("test"),
                    () -> new Terms<>(
                            Precondition.NONE,
                            Optional.of(new Retry<>(
                                    new RetryKey("k", "f".repeat(64)),
                                    answer -> new KeptAnswer(200, Map.of(), Optional.of(answer)),
                                    kept -> "again: " + kept.body().orElseThrow()))),
                    synced -> "changed: " + synced.changed());
            growAll();
            Supplier<String> ask = () -> syncs.handle(keyed, () -> new SolutionSyncs.Command(plan, Optional.empty()))
                    .await()
                    .indefinitely();
            assertThat(ask.get()).isEqualTo("changed: true");
            growAll();
            assertThat(ask.get()).isEqualTo("again: changed: true");
            assertThat(world.stored(planOf(0)).progress().totalTasks()).isEqualTo(3);
        }

        @Test
        void is_not_for_the_plan_of_a_product() {
            assertRefused(ErrorCode.SOLUTION_ADOPTION_PLAN_NOT_FOUND, () -> sync(planOf(0), Optional.empty()));
        }
    }
}
