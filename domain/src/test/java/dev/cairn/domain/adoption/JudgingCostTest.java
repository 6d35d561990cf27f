package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import dev.cairn.domain.shared.JsonValue;
import dev.cairn.domain.shared.TelemetryValueId;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import dev.cairn.domain.telemetry.published.Observation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What judging one task costs without a database; told, never asserted: {@code -Dcairn.rate=true}. */
@EnabledIfSystemProperty(named = "cairn.rate", matches = "true")
class JudgingCostTest {
    private static final int ROUNDS = 300_000;

    @Test
    void a_task_of_three_attributes() {
        var task = CustomerTask.copied(
                AdoptionFixtures.ORG,
                new dev.cairn.domain.shared.PlanId(AdoptionFixtures.id()),
                new dev.cairn.domain.shared.CustomerId(AdoptionFixtures.id()),
                SourceTasks.aSource()
                        .measuredBy("Users", true, true)
                        .measuredBy("Seats", true, true)
                        .measuredBy("Logins", false, true)
                        .build(),
                AdoptionFixtures::id);
        for (var attribute : task.snapshot().telemetry()) {
            task.observe(
                    attribute.id(),
                    new Observation(
                            new TelemetryValueId(AdoptionFixtures.id()),
                            new JsonValue(new BigDecimal("150")),
                            MONDAY,
                            MONDAY));
        }
        var freshness = FreshnessPolicy.USUAL.at(MONDAY, List.of());
        for (int run = 0; run < 3; run++) {
            var start = System.nanoTime();
            for (int i = 0; i < ROUNDS; i++) {
                task.evaluate(freshness, StatusSource.TELEMETRY, Optional.empty(), MONDAY);
            }
            System.out.printf(
                    "judging a task of three attributes: %.2f µs%n", (System.nanoTime() - start) / 1e3 / ROUNDS);
        }
        assertThat(task.snapshot().state().status()).isEqualTo(TaskStatus.DONE);
    }
}
