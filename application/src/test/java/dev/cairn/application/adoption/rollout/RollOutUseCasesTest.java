package dev.cairn.application.adoption.rollout;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.ORG;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.everythingOf;
import static dev.cairn.domain.adoption.Products.aProduct;
import static dev.cairn.domain.shared.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.adoption.InMemoryAdoption;
import dev.cairn.application.adoption.rollout.port.RollOuts;
import dev.cairn.application.adoption.sync.PlanSyncUseCases;
import dev.cairn.application.jobs.InMemoryJobs;
import dev.cairn.application.jobs.published.JobBook;
import dev.cairn.application.jobs.published.JobTurn;
import dev.cairn.application.jobs.published.TurnEnd;
import dev.cairn.application.shared.Apart;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Envelope;
import dev.cairn.application.shared.Handler;
import dev.cairn.application.shared.InMemoryKeptAnswers;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.Role;
import dev.cairn.application.shared.UnitOfWork;
import dev.cairn.domain.adoption.AdoptionFixtures;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.RollOutFilter;
import dev.cairn.domain.adoption.RollOutOutcome;
import dev.cairn.domain.adoption.RollOutPlan;
import dev.cairn.domain.adoption.SyncCounts;
import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.jobs.published.JobKind;
import dev.cairn.domain.jobs.published.JobStatus;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.FoldedText;
import dev.cairn.domain.shared.JobId;
import dev.cairn.domain.shared.JsonObject;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.ProductId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RollOutUseCasesTest {
    private static final Caller CSS = Caller.of(ANNA, Role.CSS);
    private static final Clock CLOCK = Clock.fixed(TUESDAY, ZoneOffset.UTC);
    private static final JobId JOB = new JobId(AdoptionFixtures.id());

    private static final Apart APART = new Apart() {
        @Override
        public <T> Uni<T> run(Supplier<Uni<T>> work) {
            return Uni.createFrom().deferred(work::get);
        }
    };

    private final InMemoryAdoption world = new InMemoryAdoption();
    private final InMemoryJobs jobs = new InMemoryJobs();
    private final UnitOfWork unitOfWork = jobs.unitOfWork(world.unitOfWork());
    private final Handler.Frame frame =
            new Handler.Frame(unitOfWork, world.gate(), new InMemoryKeptAnswers(), CLOCK, AdoptionFixtures::id);
    private final Places places = new Places();
    private final List<Throwable> failures = new ArrayList<>();
    private final RollOutWork work = new RollOutWork(
            places,
            PlanSyncUseCases.sync(frame, world),
            PlanSyncUseCases.preview(frame, world),
            unitOfWork,
            CLOCK,
            APART,
            (job, failure) -> failures.add(failure));

    private final Blueprint first = world.offer(aProduct().with(2, "10").build());
    private final Map<PlanId, CustomerId> customers = new LinkedHashMap<>();

    /** The places of plans in one roll-out, and what came of them. */
    private static final class Places implements RollOuts {
        final Map<PlanId, RollOutPlan> waiting = new LinkedHashMap<>();
        final Map<PlanId, RollOutOutcome> done = new HashMap<>();
        final Map<PlanId, ErrorCode> failed = new HashMap<>();
        final Set<PlanId> heldByOthers = new HashSet<>();
        final Set<CustomerId> known = new HashSet<>();
        final List<RollOutFilter> selected = new ArrayList<>();
        Optional<RuntimeException> trouble = Optional.empty();
        boolean unwritable;

        @Override
        public Uni<Set<CustomerId>> seen(Set<CustomerId> customers) {
            var seen = new HashSet<>(customers);
            seen.retainAll(known);
            return Uni.createFrom().item(seen);
        }

        @Override
        public Uni<Void> select(JobId job, ProductId product, RollOutFilter filter) {
            selected.add(filter);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<List<RollOutPlan>> waiting(JobId job, int most) {
            return Uni.createFrom().item(waiting.values().stream().limit(most).toList());
        }

        @Override
        public Uni<Boolean> begin(JobId job, PlanId plan) {
            return trouble.<Uni<Boolean>>map(it -> Uni.createFrom().failure(it))
                    .orElseGet(() -> Uni.createFrom().item(waiting.containsKey(plan) && !heldByOthers.contains(plan)));
        }

        @Override
        public Uni<Void> done(JobId job, PlanId plan, RollOutOutcome outcome, Instant now) {
            waiting.remove(plan);
            done.put(plan, outcome);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> failed(JobId job, PlanId plan, ErrorCode code, Instant now) {
            if (unwritable) {
                return Uni.createFrom().failure(new IllegalStateException("cannot be noted"));
            }
            waiting.remove(plan);
            failed.put(plan, code);
            return Uni.createFrom().voidItem();
        }

        @Override
        public Uni<Void> triedInVain(JobId job, PlanId plan) {
            waiting.computeIfPresent(plan, (id, it) -> new RollOutPlan(id, it.tries() + 1));
            return Uni.createFrom().voidItem();
        }
    }

    private PlanId born() {
        var customer = world.aCustomer();
        var assignment =
                AdoptionFixtures.anAssignment(customer, first, "Default", everythingOf(LicenseLevel.ESSENTIAL));
        var birth = AdoptionPlan.bornFrom(assignment, first, AdoptionFixtures::id, ANNA, MONDAY);
        world.inOneUnit(
                ORG,
                () -> world.assignments()
                        .add(assignment)
                        .chain(() -> world.plans().add(birth)));
        world.outbox.clear();
        var plan = birth.plan().id();
        places.waiting.put(plan, new RollOutPlan(plan, 0));
        customers.put(plan, customer);
        return plan;
    }

    /** One task more in the catalogue. */
    private void grow() {
        var more = aProduct().identified(first.product()).at(2).with(1, "5").build();
        var tasks = new ArrayList<>(first.tasks());
        tasks.addAll(more.tasks());
        world.offer(new Blueprint(first.product(), first.name(), 2, Set.of(), Set.of(), tasks));
    }

    private TurnEnd turn(boolean dryRun, int size) {
        return turn(dryRun, size, TUESDAY.plusSeconds(30));
    }

    private TurnEnd turn(boolean dryRun, int size, Instant until) {
        return work.turn(new JobTurn(
                        JOB,
                        CSS,
                        Origin.internal("test"),
                        new JsonObject(Map.of("dryRun", dryRun)),
                        size,
                        2,
                        until,
                        () -> false))
                .await()
                .indefinitely();
    }

    private List<String> told() {
        return world.outbox.stream().map(DomainEvent::type).toList();
    }

    @Nested
    class ATurn {
        @Test
        void synchronises_plans_and_notes_what_came_of_each() {
            var changed = born();
            grow();
            assertThat(turn(false, 5)).isEqualTo(new TurnEnd(true, true));
            assertThat(places.done).containsEntry(changed, new RollOutOutcome(true, new SyncCounts(1, 0, 0, 0)));
            assertThat(world.storedTasks(changed)).hasSize(3);
            assertThat(told()).containsExactly("adoption.plan_synced", "adoption.progress_changed");
            assertThat(turn(false, 5)).isEqualTo(new TurnEnd(false, true));
        }

        @Test
        void in_a_dry_run_notes_the_same_and_changes_nothing() {
            var plan = born();
            var same = born();
            grow();
            var before = world.stored(plan);
            assertThat(turn(true, 5)).isEqualTo(new TurnEnd(true, true));
            assertThat(places.done.get(plan)).isEqualTo(new RollOutOutcome(true, new SyncCounts(1, 0, 0, 0)));
            assertThat(places.done.get(same)).isEqualTo(places.done.get(plan));
            assertThat(world.stored(plan)).isEqualTo(before);
            assertThat(told()).isEmpty();
        }

        @Test
        void does_as_much_as_it_is_long_and_says_that_there_may_be_more() {
            born();
            born();
            born();
            assertThat(turn(false, 2)).isEqualTo(new TurnEnd(true, false));
            assertThat(places.done).hasSize(2);
            assertThat(turn(false, 2)).isEqualTo(new TurnEnd(true, true));
        }

        @Test
        void goes_on_past_a_plan_that_is_refused() {
            var refused = born();
            var sound = born();
            world.suspend(customers.get(refused));
            assertThat(turn(false, 5)).isEqualTo(new TurnEnd(true, true));
            assertThat(places.failed).isEqualTo(Map.of(refused, ErrorCode.CUSTOMER_SUSPENDED));
            assertThat(places.done).containsOnlyKeys(sound);
            assertThat(failures).isEmpty();
        }

        @Test
        void leaves_to_others_what_they_hold() {
            var theirs = born();
            places.heldByOthers.add(theirs);
            grow();
            assertThat(turn(false, 5)).isEqualTo(new TurnEnd(false, false));
            assertThat(places.waiting).containsOnlyKeys(theirs);
            assertThat(told()).isEmpty();
        }

        @Test
        void begins_nothing_when_its_time_is_over() {
            born();
            assertThat(turn(false, 5, TUESDAY)).isEqualTo(new TurnEnd(false, false));
            assertThat(places.done).isEmpty();
        }

        @Test
        void tries_again_what_was_busy_three_times_in_all() {
            var plan = born();
            places.trouble = Optional.of(new DomainException(ErrorCode.UNAVAILABLE, "busy"));
            assertThat(turn(false, 5)).isEqualTo(new TurnEnd(false, false));
            assertThat(turn(false, 5)).isEqualTo(new TurnEnd(false, false));
            assertThat(places.failed).isEmpty();
            assertThat(turn(false, 5)).isEqualTo(new TurnEnd(true, true));
            assertThat(places.failed).isEqualTo(Map.of(plan, ErrorCode.UNAVAILABLE));
        }

        @Test
        void tells_of_what_nobody_foresaw_and_of_what_cannot_be_noted() {
            var plan = born();
            places.trouble = Optional.of(new IllegalStateException("nobody foresaw"));
            places.unwritable = true;
            assertThat(turn(false, 5)).isEqualTo(new TurnEnd(false, false));
            assertThat(failures).extracting(Throwable::getMessage).containsExactly("nobody foresaw", "cannot be noted");
            places.unwritable = false;
            assertThat(turn(false, 5)).isEqualTo(new TurnEnd(true, true));
            assertThat(places.failed).isEqualTo(Map.of(plan, ErrorCode.INTERNAL_ERROR));
        }

        @Test
        void is_of_roll_outs() {
            assertThat(work.kind()).isEqualTo(JobKind.ROLL_OUT);
        }
    }

    @Nested
    class Starting {
        private final RollOutProduct rollOut =
                new RollOutProductHandler(frame, world.versions(), places, new JobBook(jobs));

        private JobId start(Caller caller, ProductId product, RollOutFilter filter, boolean dryRun) {
            Envelope<JobId, JobId> envelope = Envelope.plain(caller, Origin.internal("test"));
            return rollOut.handle(envelope, () -> new RollOutProduct.Command(product, filter, dryRun))
                    .await()
                    .indefinitely();
        }

        @Test
        void opens_a_job_of_the_plans_that_are_selected() {
            var customer = world.aCustomer();
            places.known.add(customer);
            var filter = new RollOutFilter(
                    Optional.of(Set.of(customer)),
                    Optional.of(LicenseLevel.ADVANTAGE),
                    Optional.of(FoldedText.of("EMEA")));

            var id = start(CSS, first.ofProduct(), filter, true);

            assertThat(places.selected).containsExactly(filter);
            var job = jobs.stored(id);
            assertThat(job.status()).isEqualTo(JobStatus.PENDING);
            assertThat(job.startedBy()).isEqualTo(ANNA.name());
            assertThat(job.parameters())
                    .isEqualTo(new JsonObject(Map.of(
                            "productId",
                            first.product().value().toString(),
                            "customerIds",
                            List.of(customer.value().toString()),
                            "licenseLevel",
                            "ADVANTAGE",
                            "tag",
                            "emea",
                            "dryRun",
                            true)));
            assertThat(RollOutParameters.isDryRun(job.parameters())).isTrue();
            assertThat(RollOutParameters.isDryRun(jobs.stored(start(CSS, first.ofProduct(), RollOutFilter.ALL, false))
                            .parameters()))
                    .isFalse();
        }

        @Test
        void is_refused_to_whoever_may_not_and_for_what_is_not_there() {
            var nowhere = new ProductId(AdoptionFixtures.id());
            var stranger = new RollOutFilter(
                    Optional.of(Set.of(new CustomerId(AdoptionFixtures.id()))), Optional.empty(), Optional.empty());
            assertRefused(
                    ErrorCode.FORBIDDEN,
                    () -> start(Caller.of(ANNA, Role.VIEWER), first.ofProduct(), RollOutFilter.ALL, false));
            assertRefused(ErrorCode.PRODUCT_NOT_FOUND, () -> start(CSS, nowhere, RollOutFilter.ALL, false));
            assertRefused(ErrorCode.CUSTOMER_NOT_FOUND, () -> start(CSS, first.ofProduct(), stranger, false));
            assertThat(jobs.size()).isZero();
        }
    }
}
