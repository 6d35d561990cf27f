package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.aPlan;
import static dev.cairn.domain.adoption.AdoptionFixtures.everythingOf;
import static dev.cairn.domain.adoption.Products.aProduct;
import static dev.cairn.domain.adoption.Solutions.aSolution;
import static dev.cairn.domain.adoption.Solutions.assigned;
import static dev.cairn.domain.adoption.Solutions.ownOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.adoption.published.AdoptionStatus;
import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.ProductId;
import dev.cairn.domain.shared.Weight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolutionAdoptionPlanTest {
    private static Progress of(TaskStatus... statuses) {
        var progress = Progress.NONE;
        for (var status : statuses) {
            progress = progress.plus(Progress.of(status, new Weight(BigDecimal.ONE)));
        }
        return progress;
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            NOT_STARTED, ''
            NOT_STARTED, NOT_APPLICABLE
            NOT_STARTED, NOT_STARTED NOT_STARTED NOT_APPLICABLE
            IN_PROGRESS, NOT_STARTED IN_PROGRESS
            IN_PROGRESS, NOT_STARTED DONE
            IN_PROGRESS, DONE NO_LONGER_USING
            IN_PROGRESS, NO_LONGER_USING
            COMPLETED,   DONE COMPLETED
            COMPLETED,   DONE NOT_APPLICABLE""")
    void a_status_follows_from_the_tasks_that_count(AdoptionStatus expected, String statuses) {
        var tasks = statuses.isBlank()
                ? new TaskStatus[0]
                : List.of(statuses.split(" ")).stream().map(TaskStatus::valueOf).toArray(TaskStatus[]::new);
        assertThat(AdoptionStatus.of(of(tasks))).isEqualTo(expected);
    }

    @Property(tries = 100)
    void the_one_number_is_that_over_all_tasks_together(@ForAll("moves") List<Integer> moves) {
        var edge = aProduct().with(3, "12.5").build();
        var cloud = aProduct().with(2, "0").with(1, "33.33").build();
        var suite = aSolution(ownOf("Suite").with(2, "7.25").build(), edge, cloud);
        var assignment = assigned(suite);
        var births = new ArrayList<AdoptionPlan.Birth>();
        births.add(AdoptionPlan.bornFrom(assignment, suite.own(), AdoptionFixtures::id, ANNA, MONDAY));
        births.add(aPlan(edge, everythingOf(LicenseLevel.ESSENTIAL)));
        births.add(aPlan(cloud, everythingOf(LicenseLevel.ESSENTIAL)));
        for (int i = 0; i < moves.size(); i++) {
            var birth = births.get(i % births.size());
            var task = birth.tasks().get(i % birth.tasks().size());
            var to = TaskStatus.values()[moves.get(i)];
            birth.plan()
                    .advance(
                            task.changeStatus(to, StatusNote.of("n" + i), StatusSource.MANUAL, ANNA, MONDAY),
                            ANNA,
                            MONDAY);
        }
        var whole = new SolutionAdoptionPlan(
                births.get(0).plan().snapshot(), false, List.of(part(births.get(1), 1), part(births.get(2), 1)), false);

        var byHand = births.stream()
                .flatMap(birth -> birth.tasks().stream())
                .map(CustomerTask::share)
                .reduce(Progress.NONE, Progress::plus);
        assertThat(whole.progress()).isEqualTo(byHand);
        assertThat(whole.status()).isEqualTo(AdoptionStatus.of(byHand));
    }

    @Provide
    Arbitrary<List<Integer>> moves() {
        return Arbitraries.integers()
                .between(0, TaskStatus.values().length - 1)
                .list()
                .ofMaxSize(20);
    }

    private static SolutionAdoptionPlan.Part part(AdoptionPlan.Birth birth, long version) {
        var plan = birth.plan().snapshot();
        return SolutionAdoptionPlan.Part.of(plan, (ProductId) plan.product(), plan.needsSync(version));
    }

    @Test
    void it_needs_a_synchronisation_for_its_own_tasks_for_a_product_and_for_products_that_came_or_left() {
        var edge = aPlan(aProduct().with(1, "1").build(), everythingOf(LicenseLevel.ESSENTIAL));
        var own = edge.plan().snapshot();
        assertThat(new SolutionAdoptionPlan(own, false, List.of(part(edge, 1)), false).needsSync())
                .isFalse();
        assertThat(new SolutionAdoptionPlan(own, true, List.of(part(edge, 1)), false).needsSync())
                .isTrue();
        assertThat(new SolutionAdoptionPlan(own, false, List.of(part(edge, 2)), false).needsSync())
                .isTrue();
        assertThat(new SolutionAdoptionPlan(own, false, List.of(part(edge, 1)), true).needsSync())
                .isTrue();
        assertThat(part(edge, 1).status()).isEqualTo(AdoptionStatus.NOT_STARTED);
    }

    @Test
    void the_plan_of_own_tasks_says_whose_it_is() {
        var suite = aSolution(ownOf("Suite").with(2, "10").build());
        var birth = AdoptionPlan.bornFrom(assigned(suite), suite.own(), AdoptionFixtures::id, ANNA, MONDAY);
        assertThat(birth.plan().snapshot().isOfSolution()).isTrue();
        assertThat(birth.plan().takeEvents().get(0).data())
                .containsEntry("solutionId", suite.own().product().value().toString())
                .doesNotContainKey("productId");
        assertThatThrownBy(() -> suite.own().ofProduct()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_synchronisation_of_the_whole_is_held_to_all_of_it() {
        var edge = aProduct().with(1, "1").build();
        var cloud = aProduct().with(1, "1").build();
        var suite = aSolution(ownOf("Suite").with(1, "1").build(), edge);
        var assignment = assigned(suite);
        var product = assignment
                .bring(edge, List.of(), AdoptionFixtures::id, ANNA, MONDAY)
                .assignment();
        var own = AdoptionPlan.bornFrom(assignment, suite.own(), AdoptionFixtures::id, ANNA, MONDAY);
        var plan = AdoptionPlan.bornFrom(product, edge, AdoptionFixtures::id, ANNA, MONDAY);
        var plans = Map.of(
                assignment.id(),
                new SolutionSync.Whole(own.plan(), own.tasks()),
                product.id(),
                new SolutionSync.Whole(plan.plan(), plan.tasks()));

        var nothing = SolutionSync.of(assignment, List.of(product), plans, suite);
        assertThat(nothing.isEmpty()).isTrue();
        assertThat(nothing.staying())
                .extracting(SolutionSync.Staying::plan)
                .containsExactly(plan.plan().id());

        var more = SolutionSync.of(assignment, List.of(product), plans, aSolution(suite.own(), edge, cloud));
        assertThat(more.isEmpty()).isFalse();
        assertThat(more.joiningIds()).containsExactly(cloud.ofProduct());
        assertThat(more.token()).isNotEqualTo(nothing.token());
        more.require(more.token());
        assertThatThrownBy(() -> more.require(nothing.token())).hasMessageContaining("preview");

        var newer = aSolution(
                suite.own(),
                aProduct().identified(edge.product()).at(2).with(2, "1").build());
        assertThat(SolutionSync.of(assignment, List.of(product), plans, newer).token())
                .isNotEqualTo(nothing.token());
        assertThatThrownBy(() -> SolutionSync.of(assignment, List.of(product), Map.of(), suite))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_left_the_solution_leaves_and_what_is_archived_stays() {
        var edge = aProduct().with(1, "1").build();
        var suite = aSolution(ownOf("Suite").build(), edge);
        var product = assigned(suite)
                .bring(edge, List.of(), AdoptionFixtures::id, ANNA, MONDAY)
                .assignment();
        var left = SolutionMembership.of(List.of(product), aSolution(suite.own()));
        assertThat(left.leaving()).containsExactly(product);
        var archived = new dev.cairn.domain.catalog.published.SolutionBlueprint(
                suite.own(), List.of(edge.ofProduct()), List.of(), Map.of(edge.ofProduct(), edge));
        var membership = SolutionMembership.of(List.of(product), archived);
        assertThat(membership.staying()).containsExactly(product);
        assertThat(membership.joining()).isEmpty();
        assertThat(Optional.of(archived.source(edge.ofProduct()))).hasValue(edge);
    }
}
