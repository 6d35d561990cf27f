package dev.cairn.application.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.ORG;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.SourceTasks.aSource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.adoption.telemetry.port.TelemetryValues.Place;
import dev.cairn.application.adoption.telemetry.port.TelemetryValues.Wanted;
import dev.cairn.domain.adoption.AdoptionFixtures;
import dev.cairn.domain.adoption.AdoptionPlan;
import dev.cairn.domain.adoption.CustomerTask;
import dev.cairn.domain.adoption.Products;
import dev.cairn.domain.adoption.ReportedValue;
import dev.cairn.domain.adoption.TelemetryAttribute;
import dev.cairn.domain.adoption.TelemetryBatch;
import dev.cairn.domain.adoption.ValueAddress;
import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.shared.OrgId;
import dev.cairn.domain.shared.PlanId;
import dev.cairn.domain.shared.TelemetryAttributeId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the port of values promises, whoever keeps it. */
public abstract class TelemetryValuesContract extends AdoptionContract {
    private AdoptionPlan.Birth aMeasuredPlan() {
        return aStoredPlan(Products.aProduct()
                .with(aSource().named("Connect").measuredBy("Users", true, true).measuredBy("Seats", false, true))
                .with(aSource().named("Twin").at(2))
                .with(aSource().named("Twin").at(3))
                .build());
    }

    private static CustomerTask first(AdoptionPlan.Birth plan) {
        return plan.tasks().get(0);
    }

    private static TelemetryAttribute users(AdoptionPlan.Birth plan) {
        return first(plan).snapshot().telemetry().get(0);
    }

    private static ReportedValue seen(int count, Instant at) {
        return new ReportedValue(
                new JsonValue(BigDecimal.valueOf(count)),
                "api",
                Optional.of(at),
                Optional.of("noted"),
                Optional.empty());
    }

    private static ReportedValue keyed(int count, String key) {
        return new ReportedValue(
                new JsonValue(BigDecimal.valueOf(count)), "api", Optional.empty(), Optional.empty(), Optional.of(key));
    }

    /** Takes values of one attribute in one unit of work. */
    private TelemetryBatch taken(AdoptionPlan.Birth plan, ReportedValue... reported) {
        return inOneUnit(() -> plans().lock(plan.plan().id())
                .chain(locked -> tasks().get(first(plan).id()))
                .chain(task -> {
                    var batch = new TelemetryBatch(
                            Optional.of(AdoptionFixtures.id()), false, List.of(), AdoptionFixtures::id, TUESDAY);
                    for (var value : reported) {
                        batch.take(task, users(plan).id(), value);
                    }
                    return values().add(batch.stored())
                            .chain(() -> tasks().save(task))
                            .replaceWith(batch);
                }));
    }

    private List<Place> located(OrgId org, ValueAddress... addresses) {
        return inOneUnit(org, () -> values().locate(List.of(addresses)));
    }

    @Test
    void an_address_leads_to_its_attribute_by_id_by_origin_and_by_names() {
        var plan = aMeasuredPlan();
        var id = plan.plan().id();
        var attribute = users(plan);
        var there = new Place(0, id, 1, Optional.of(first(plan).id()), Optional.of(attribute.id()));
        assertThat(located(ORG, new ValueAddress.OfAttribute(attribute.id()))).containsExactly(there);
        assertThat(located(ORG, new ValueAddress.OfOriginal(id, attribute.originalAttributeId())))
                .containsExactly(there);
        assertThat(located(ORG, new ValueAddress.OfNames(id, "Connect", "Users")))
                .containsExactly(there);
    }

    @Test
    void names_that_lead_to_none_or_to_two_say_so() {
        var id = aMeasuredPlan().plan().id();
        var places = located(
                ORG,
                new ValueAddress.OfNames(id, "Twin", "Users"),
                new ValueAddress.OfNames(id, "Nothing", "Users"),
                new ValueAddress.OfNames(id, "Connect", "Nothing"));
        assertThat(places).hasSize(3).allSatisfy(place -> {
            assertThat(place.plan()).isEqualTo(id);
            assertThat(place.attribute()).isEmpty();
            assertThat(place.tasks()).isEqualTo(List.of(2, 0, 1).get(place.row()));
        });
    }

    @Test
    void what_is_not_there_or_somebody_elses_leads_nowhere() {
        var plan = aMeasuredPlan();
        var addresses = new ValueAddress[] {
            new ValueAddress.OfAttribute(users(plan).id()),
            new ValueAddress.OfOriginal(plan.plan().id(), users(plan).originalAttributeId()),
            new ValueAddress.OfNames(plan.plan().id(), "Connect", "Users")
        };
        assertThat(located(ELSEWHERE, addresses)).isEmpty();
        assertThat(located(ORG, new ValueAddress.OfAttribute(new TelemetryAttributeId(AdoptionFixtures.id()))))
                .isEmpty();
        assertThat(located(ORG, new ValueAddress.OfNames(new PlanId(AdoptionFixtures.id()), "Connect", "Users")))
                .isEmpty();
        assertThat(located(ORG)).isEmpty();
    }

    @Test
    void a_stored_value_is_known_again_by_when_it_was_seen_and_by_its_key() {
        var plan = aMeasuredPlan();
        var stored = taken(plan, seen(1, MONDAY), keyed(2, "second")).stored();
        var attribute = users(plan).id();

        var known = inOneUnit(() -> values().known(List.of(
                new Wanted(attribute, seen(7, MONDAY)),
                new Wanted(attribute, seen(7, TUESDAY.plusSeconds(1))),
                new Wanted(attribute, keyed(7, "second")),
                new Wanted(attribute, keyed(7, "other")))));
        assertThat(known).containsExactlyInAnyOrderElementsOf(stored);
        assertThat(inOneUnit(() -> values().known(List.of()))).isEmpty();
    }

    @Test
    void the_task_keeps_its_latest_value_and_what_was_found() {
        var plan = aMeasuredPlan();
        taken(plan, seen(150, TUESDAY), seen(5, MONDAY));
        var task = inOneUnit(() -> tasks().get(first(plan).id())).snapshot();
        var latest = task.telemetry().get(0).reading().latest();
        assertThat(latest.map(it -> it.value())).contains(new JsonValue(BigDecimal.valueOf(150)));
        assertThat(latest.map(it -> it.observedAt())).contains(TUESDAY);
        assertThat(task.version()).isEqualTo(1);
    }

    @Test
    void a_full_file_is_counted_once_for_each_plan() {
        var one = aMeasuredPlan().plan().id();
        var two = aMeasuredPlan().plan().id();
        var batch = UUID.fromString(AdoptionFixtures.id().toString());
        inOneUnit(() -> values().count(batch, List.of(one), MONDAY));
        assertThat(inOneUnit(() -> values().countedFor(batch, List.of(one, two))))
                .isEqualTo(Set.of(one));
        assertThat(inOneUnit(() -> values().countedFor(AdoptionFixtures.id(), List.of(one, two))))
                .isEmpty();
    }

    @Test
    void many_plans_are_locked_and_saved_together() {
        var one = aMeasuredPlan().plan().id();
        var two = aMeasuredPlan().plan().id();
        var missing = new PlanId(AdoptionFixtures.id());
        inOneUnit(() -> plans().lockAll(List.of(two, missing, one)).chain(found -> {
            assertThat(found).extracting(AdoptionPlan::id).containsExactlyInAnyOrder(one, two);
            found.forEach(plan -> plan.receiveFullFile(MONDAY));
            return plans().saveAll(found);
        }));
        assertThat(inOneUnit(() -> plans().lock(two)).snapshot().fullFiles()).containsExactly(MONDAY);
        assertThat(inOneUnit(() -> plans().lock(one)).snapshot().version()).isEqualTo(1);
    }

    @Test
    void nothing_is_kept_of_a_unit_that_fails() {
        var plan = aMeasuredPlan();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> inOneUnit(() -> tasks().get(
                        first(plan).id())
                .chain(task -> {
                    var batch = new TelemetryBatch(Optional.empty(), false, List.of(), AdoptionFixtures::id, TUESDAY);
                    batch.take(task, users(plan).id(), seen(1, MONDAY));
                    return values().add(batch.stored()).chain(() -> tasks().save(task));
                })
                .chain(() -> fail())));
        assertThat(inOneUnit(() -> values().known(List.of(new Wanted(users(plan).id(), seen(1, MONDAY))))))
                .isEmpty();
    }
}
