package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.ANNA;
import static dev.cairn.domain.adoption.AdoptionFixtures.BEN;
import static dev.cairn.domain.adoption.AdoptionFixtures.MONDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.NO_NOTE;
import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.AdoptionFixtures.aPlanOf;
import static dev.cairn.domain.adoption.AdoptionFixtures.note;
import static dev.cairn.domain.adoption.Attributes.MET;
import static dev.cairn.domain.adoption.Attributes.SINCE_MONDAY;
import static dev.cairn.domain.adoption.Attributes.UNMET;
import static dev.cairn.domain.adoption.Attributes.WHENEVER;
import static dev.cairn.domain.adoption.Attributes.observation;
import static dev.cairn.domain.adoption.Tasks.aTask;
import static dev.cairn.domain.adoption.published.StatusMode.AUTO;
import static dev.cairn.domain.adoption.published.StatusSource.API;
import static dev.cairn.domain.adoption.published.StatusSource.IMPORT;
import static dev.cairn.domain.adoption.published.StatusSource.MANUAL;
import static dev.cairn.domain.adoption.published.StatusSource.TELEMETRY;
import static dev.cairn.domain.adoption.published.TaskStatus.COMPLETED;
import static dev.cairn.domain.adoption.published.TaskStatus.DONE;
import static dev.cairn.domain.adoption.published.TaskStatus.IN_PROGRESS;
import static dev.cairn.domain.adoption.published.TaskStatus.NOT_STARTED;
import static dev.cairn.domain.adoption.published.TaskStatus.NO_LONGER_USING;
import static dev.cairn.domain.shared.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatusChanged;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.TelemetryAttributeId;
import dev.cairn.domain.shared.TelemetryValueId;
import dev.cairn.domain.telemetry.published.FreshnessPolicy;
import dev.cairn.domain.telemetry.published.Observation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What telemetry does to one task: its status, its suggestion, and what is written about it. */
class TaskTelemetryTest {
    private static final Optional<UUID> NO_BATCH = Optional.empty();
    private static final Instant LATER = TUESDAY.plusSeconds(3_600);

    @Nested
    class WhatTelemetryWrites {
        @Test
        void is_done_by_telemetry_at_that_instant_with_the_rule_and_what_was_seen() {
            var task = aTask().in(NOT_STARTED).measuredBy("R+ O-~ O0").build();

            task.evaluate(SINCE_MONDAY, TELEMETRY, NO_BATCH, TUESDAY);

            var state = task.snapshot().state();
            assertThat(state.status()).isEqualTo(DONE);
            assertThat(state.completion()).contains(new Completion(TUESDAY, "telemetry"));
            assertThat(state.lastChange()).hasValueSatisfying(stamp -> {
                assertThat(stamp.at()).isEqualTo(TUESDAY);
                assertThat(stamp.by()).isEqualTo("telemetry");
                assertThat(stamp.source()).isEqualTo(TELEMETRY);
            });
            assertThat(state.note())
                    .hasValueSatisfying(note -> assertThat(note.value())
                            .startsWith("Rule 3: all that must be met is met. a1: ")
                            .contains("150", "; a2: ", "50")
                            .endsWith(" (no longer fresh).")
                            .doesNotContain("a3"));
        }

        @Test
        void tells_its_history_whence_whither_and_by_which_batch() {
            var batch = Optional.of(AdoptionFixtures.id());
            var task = aTask().setByTelemetry(DONE).measuredBy("R-").build();

            task.evaluate(SINCE_MONDAY, IMPORT, batch, TUESDAY);

            var event = only(task);
            assertThat(event.from()).isEqualTo(DONE);
            assertThat(event.to()).isEqualTo(IN_PROGRESS);
            assertThat(event.mode()).isEqualTo(AUTO);
            assertThat(event.source()).isEqualTo(IMPORT);
            assertThat(event.batch()).isEqualTo(batch);
            assertThat(event.occurrence().by().name()).isEqualTo("telemetry");
            assertThat(event.occurrence().at()).isEqualTo(TUESDAY);
            assertThat(event.note())
                    .isEqualTo(task.snapshot().state().note().map(StatusNote::value))
                    .isPresent();
            assertThat(task.snapshot().state().completion()).isEmpty();
        }

        @Test
        void without_any_value_is_the_rule_alone() {
            var judgement = aTask().measuredBy("R0").build().judge(SINCE_MONDAY, TUESDAY);

            assertThat(judgement.sentence()).isEqualTo("Rule 2: no value was ever reported.");
        }

        @Test
        void raises_the_version_once_and_not_at_all_when_nothing_moves() {
            var task = aTask().in(NOT_STARTED).measuredBy("R+").build();
            var version = task.snapshot().version();

            task.evaluate(SINCE_MONDAY, TELEMETRY, NO_BATCH, TUESDAY);
            assertThat(task.snapshot().version()).isEqualTo(version + 1);

            task.evaluate(SINCE_MONDAY, TELEMETRY, NO_BATCH, LATER);
            assertThat(task.snapshot().version()).isEqualTo(version + 1);
        }

        @Test
        void keeps_the_stamp_of_what_was_complete_already() {
            var task = aTask().in(COMPLETED).inMode(AUTO).measuredBy("R+").build();

            task.evaluate(SINCE_MONDAY, TELEMETRY, NO_BATCH, TUESDAY);

            assertThat(task.snapshot().state().status()).isEqualTo(COMPLETED);
            assertThat(task.snapshot().state().completion()).contains(new Completion(MONDAY, "anna"));
        }

        @Test
        void is_automation_and_never_somebodys_decision() {
            var task = aTask().measuredBy("R+").build();

            for (var decision : List.of(MANUAL, API)) {
                assertThatThrownBy(() -> task.evaluate(SINCE_MONDAY, decision, NO_BATCH, TUESDAY))
                        .isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Nested
    class ANoteOfTheServices {
        @Test
        void is_kept_whole_up_to_five_thousand_characters() {
            assertThat(StatusNote.cut("x".repeat(5_000)).value()).isEqualTo("x".repeat(5_000));
            assertThat(StatusNote.cut("😀".repeat(5_000)).value()).isEqualTo("😀".repeat(5_000));
        }

        @Test
        void ends_in_an_ellipsis_beyond_and_breaks_no_character() {
            assertThat(StatusNote.cut("x".repeat(5_001)).value()).isEqualTo("x".repeat(4_999) + "…");
            assertThat(StatusNote.cut("x" + "😀".repeat(5_000)).value()).isEqualTo("x" + "😀".repeat(4_998) + "…");
        }
    }

    @Nested
    class WhatIsKnownOfAnAttribute {
        @Test
        void is_looked_at_whether_or_not_the_status_moves() {
            var task =
                    aTask().setByTelemetry(NOT_STARTED).measuredBy("R- O+~ xO+").build();

            task.evaluate(SINCE_MONDAY, TELEMETRY, NO_BATCH, TUESDAY);

            var readings = task.snapshot().telemetry().stream()
                    .map(TelemetryAttribute::reading)
                    .toList();
            assertThat(readings).extracting(Reading::met).containsExactly(false, true, false);
            assertThat(readings).extracting(Reading::fresh).containsExactly(true, false, false);
            assertThat(readings)
                    .extracting(Reading::lastCheckedAt)
                    .containsExactly(Optional.of(TUESDAY), Optional.of(TUESDAY), Optional.empty());
        }

        @Test
        void follows_the_latest_sight_and_no_late_arrival() {
            var task = aTask().measuredBy("R0").build();
            var attribute = attribute(task);
            var newer = observation(MET, TUESDAY);

            task.observe(attribute, newer);
            task.observe(attribute, new Observation(newest(), UNMET, MONDAY, LATER));

            assertThat(latest(task)).isEqualTo(newer);
        }

        @Test
        void is_of_two_sights_at_one_instant_the_one_with_the_later_id() {
            var first = observation(MET, TUESDAY);
            var second = observation(UNMET, TUESDAY);
            for (var order : List.of(List.of(first, second), List.of(second, first))) {
                var task = aTask().measuredBy("R0").build();

                order.forEach(seen -> task.observe(attribute(task), seen));

                assertThat(latest(task)).isEqualTo(second);
            }
        }

        @Test
        void the_later_id_is_the_greater_text_also_beyond_the_middle_of_their_range() {
            var low = new Observation(id("7fffffff-0000-7000-8000-000000000000"), MET, MONDAY, MONDAY);
            var high = new Observation(id("80000000-0000-7000-8000-000000000000"), MET, MONDAY, MONDAY);

            assertThat(high.isAfter(low)).isTrue();
            assertThat(low.isAfter(high)).isFalse();
            assertThat(low.isAfter(low)).isFalse();
        }

        @Test
        void a_sight_of_another_tasks_attribute_is_none_of_its_own() {
            var task = aTask().measuredBy("R0").build();
            var before = task.snapshot();

            task.observe(new TelemetryAttributeId(AdoptionFixtures.id()), observation(MET, MONDAY));

            assertThat(task.snapshot()).isEqualTo(before);
            assertThat(task.attribute(new TelemetryAttributeId(AdoptionFixtures.id())))
                    .isEmpty();
            assertThat(task.attribute(attribute(task)))
                    .contains(before.telemetry().get(0));
        }

        @Test
        void seeing_changes_no_status_until_somebody_looks() {
            var task = aTask().setByTelemetry(NOT_STARTED).measuredBy("R0").build();
            var before = task.snapshot();

            task.observe(attribute(task), observation(MET, MONDAY));

            assertThat(task.snapshot().state()).isEqualTo(before.state());
            assertThat(task.snapshot().version()).isEqualTo(before.version());
            assertThat(task.takeEvents()).isEmpty();
        }

        @Test
        void what_is_said_again_is_fresh_again_while_it_is_the_latest() {
            var task = aTask().measuredBy("R0").build();
            var old = observation(UNMET, MONDAY);
            var latest = observation(MET, TUESDAY);
            task.observe(attribute(task), old);
            task.observe(attribute(task), latest);

            task.hearAgain(attribute(task), old.id(), LATER);
            assertThat(latest(task)).isEqualTo(latest);

            task.hearAgain(attribute(task), latest.id(), LATER);
            assertThat(latest(task)).isEqualTo(new Observation(latest.id(), MET, TUESDAY, LATER));
        }
    }

    @Nested
    class ASuggestion {
        @Test
        void is_what_telemetry_would_do_while_a_person_has_the_say() {
            var task = aTask().in(IN_PROGRESS).measuredBy("R+").build();
            var before = task.snapshot();

            var evaluated = task.evaluate(SINCE_MONDAY, TELEMETRY, NO_BATCH, TUESDAY);

            assertThat(task.suggested()).contains(DONE);
            assertThat(evaluated.moved()).isTrue();
            assertThat(evaluated.movedStatus()).isFalse();
            assertThat(evaluated.mode()).isEqualTo(StatusMode.MANUAL);
            assertThat(evaluated.step()).isEqualTo(Progress.NONE);
            assertThat(task.snapshot().state()).isEqualTo(before.state());
            assertThat(task.snapshot().version()).isEqualTo(before.version());
            assertThat(task.takeEvents()).isEmpty();
        }

        @Test
        void of_a_persons_completion_is_made_as_if_it_were_automations() {
            var task = aTask().in(DONE).measuredBy("R+~").build();

            task.evaluate(SINCE_MONDAY, TELEMETRY, NO_BATCH, TUESDAY);

            assertThat(task.suggested()).contains(NO_LONGER_USING);
        }

        @Test
        void is_left_out_when_it_is_the_status() {
            var task = aTask().in(DONE).measuredBy("R+").build();

            var evaluated = task.evaluate(SINCE_MONDAY, TELEMETRY, NO_BATCH, TUESDAY);

            assertThat(task.suggested()).isEmpty();
            assertThat(evaluated.moved()).isFalse();
        }

        @Test
        void goes_when_a_person_follows_it_and_when_the_task_is_handed_back() {
            var task = aTask().in(IN_PROGRESS).measuredBy("R+").build();
            task.evaluate(SINCE_MONDAY, TELEMETRY, NO_BATCH, TUESDAY);

            task.changeStatus(DONE, NO_NOTE, MANUAL, BEN, TUESDAY);
            assertThat(task.suggested()).isEmpty();

            task.changeStatus(NOT_STARTED, NO_NOTE, MANUAL, BEN, TUESDAY);
            assertThat(task.snapshot().state().mode()).isEqualTo(AUTO);
            assertThat(task.suggested()).isEmpty();
        }

        @Test
        void does_not_come_of_a_value_nobody_looked_at() {
            var task = aTask().in(DONE).measuredBy("R0").build();
            task.evaluate(SINCE_MONDAY, TELEMETRY, NO_BATCH, MONDAY.minusSeconds(1));

            task.observe(attribute(task), observation(MET, MONDAY));
            assertThat(task.suggested()).isEmpty();

            var evaluated = task.evaluate(SINCE_MONDAY, TELEMETRY, NO_BATCH, MONDAY);
            assertThat(task.suggested()).isEmpty();
            assertThat(evaluated.moved()).isFalse();
        }

        @Test
        void stays_until_somebody_looks_again() {
            var task = aTask().in(DONE).measuredBy("R-").build();
            task.evaluate(SINCE_MONDAY, TELEMETRY, NO_BATCH, MONDAY);

            task.observe(attribute(task), observation(MET, TUESDAY));
            assertThat(task.suggested()).contains(IN_PROGRESS);

            var evaluated = task.evaluate(SINCE_MONDAY, TELEMETRY, NO_BATCH, TUESDAY);
            assertThat(task.suggested()).isEmpty();
            assertThat(evaluated.moved()).isTrue();
        }

        @Test
        void comes_of_what_was_silent_when_somebody_looked() {
            var task = aTask().in(DONE).measuredBy("R-~").build();

            task.evaluate(SINCE_MONDAY, TELEMETRY, NO_BATCH, latest(task).receivedAt());

            assertThat(task.suggested()).contains(NO_LONGER_USING);
        }
    }

    @Nested
    class AResetToTelemetry {
        @Test
        void hands_the_task_over_and_says_so_though_nothing_moves() {
            var task =
                    aTask().in(IN_PROGRESS).saying("By hand").measuredBy("R-").build();
            var version = task.snapshot().version();

            var evaluated = task.resetToTelemetry(SINCE_MONDAY, MANUAL, BEN, TUESDAY);

            var event = only(task);
            assertThat(event.from()).isEqualTo(event.to()).isEqualTo(IN_PROGRESS);
            assertThat(event.source()).isEqualTo(MANUAL);
            assertThat(event.mode()).isEqualTo(AUTO);
            assertThat(event.occurrence().by()).isEqualTo(BEN);
            assertThat(event.note()).isEmpty();
            assertThat(event.batch()).isEmpty();
            assertThat(task.snapshot().state().mode()).isEqualTo(AUTO);
            assertThat(task.snapshot().state().note()).isEmpty();
            assertThat(task.snapshot().version()).isEqualTo(version + 1);
            assertThat(evaluated.movedStatus()).isFalse();
            assertThat(evaluated.step()).isEqualTo(Progress.NONE);
        }

        @Test
        void lets_telemetry_move_the_status_at_once_in_the_same_change() {
            var task = aTask().weighing("4").in(IN_PROGRESS).measuredBy("R+").build();
            var version = task.snapshot().version();
            var before = task.share();

            var evaluated = task.resetToTelemetry(SINCE_MONDAY, API, BEN, TUESDAY);

            assertThat(task.takeEvents())
                    .extracting(event -> (TaskStatusChanged) event)
                    .extracting(event -> event.from() + " " + event.to() + " " + event.source() + " " + event.mode())
                    .containsExactly("IN_PROGRESS IN_PROGRESS API AUTO", "IN_PROGRESS DONE TELEMETRY AUTO");
            assertThat(task.snapshot().version()).isEqualTo(version + 1);
            assertThat(evaluated.movedStatus()).isTrue();
            assertThat(evaluated.step()).isEqualTo(task.share().minus(before)).isNotEqualTo(Progress.NONE);
            assertThat(task.snapshot().state().completion()).contains(new Completion(TUESDAY, "telemetry"));
        }

        @Test
        void makes_a_persons_completion_automations_to_take_back() {
            var task = aTask().in(COMPLETED).measuredBy("R+~").build();

            task.resetToTelemetry(SINCE_MONDAY, MANUAL, BEN, TUESDAY);

            assertThat(task.snapshot().state().status()).isEqualTo(NO_LONGER_USING);
            assertThat(task.snapshot().state().completion()).isEmpty();
        }

        @Test
        void keeps_who_completed_it_while_telemetry_agrees() {
            var task = aTask().in(COMPLETED).measuredBy("R+").build();

            task.resetToTelemetry(SINCE_MONDAY, MANUAL, BEN, TUESDAY);

            assertThat(task.snapshot().state().status()).isEqualTo(COMPLETED);
            assertThat(task.snapshot().state().completion()).contains(new Completion(MONDAY, "anna"));
        }

        @Test
        void of_a_task_that_telemetry_has_is_an_evaluation() {
            var task = aTask().setByTelemetry(DONE)
                    .saying("rule 3")
                    .measuredBy("R+")
                    .build();
            var before = task.snapshot();

            task.resetToTelemetry(SINCE_MONDAY, MANUAL, BEN, TUESDAY);

            assertThat(task.takeEvents()).isEmpty();
            assertThat(task.snapshot().state()).isEqualTo(before.state());
            assertThat(task.snapshot().version()).isEqualTo(before.version());
            assertThat(task.snapshot().telemetry().get(0).reading().lastCheckedAt())
                    .contains(TUESDAY);
        }

        @Test
        void of_a_task_that_telemetry_has_raises_the_version_when_the_status_moves() {
            var task = aTask().setByTelemetry(DONE).measuredBy("R-").build();
            var version = task.snapshot().version();

            task.resetToTelemetry(SINCE_MONDAY, MANUAL, BEN, TUESDAY);

            assertThat(only(task).source()).isEqualTo(TELEMETRY);
            assertThat(task.snapshot().version()).isEqualTo(version + 1);
        }

        @Test
        void of_an_archived_task_is_refused() {
            var task = aTask().in(DONE)
                    .measuredBy("R+")
                    .archivedBecause(ArchiveReason.LICENSE)
                    .build();
            var before = task.snapshot();

            assertRefused(ErrorCode.TASK_ARCHIVED, () -> task.resetToTelemetry(SINCE_MONDAY, MANUAL, BEN, TUESDAY));
            assertThat(task.snapshot()).isEqualTo(before);
        }
    }

    @Nested
    class WithinItsPlan {
        @Test
        void the_plans_freshness_speaks() {
            var task = aTask().setByTelemetry(DONE).measuredBy("R+").build();
            var plan = aPlanOf(1, "1").plan();
            assertThat(task.judge(plan.snapshot(), FreshnessPolicy.USUAL, LATER).differs())
                    .isFalse();

            plan.receiveFullFile(TUESDAY);
            plan.receiveFullFile(LATER);

            assertThat(task.judge(plan.snapshot(), FreshnessPolicy.USUAL, LATER).to())
                    .isEqualTo(NO_LONGER_USING);
        }

        @Test
        void a_task_of_a_plan_that_was_put_away_is_none_to_judge() {
            var task = aTask().setByTelemetry(NOT_STARTED).measuredBy("R+").build();
            var plan = aPlanOf(1, "1").plan();
            plan.archive(TUESDAY);

            assertThat(task.judge(plan.snapshot(), FreshnessPolicy.USUAL, LATER).rule())
                    .isEqualTo(StatusRule.NOT_JUDGED);
        }

        @Test
        void an_archived_task_is_none_to_judge_either() {
            var task = aTask().measuredBy("R+")
                    .archivedBecause(ArchiveReason.OUTCOME)
                    .build();

            assertThat(task.judge(aPlanOf(1, "1").plan().snapshot(), FreshnessPolicy.USUAL, LATER)
                            .rule())
                    .isEqualTo(StatusRule.NOT_JUDGED);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = StatusSource.class,
            names = {"TELEMETRY", "IMPORT", "SYSTEM"})
    void what_is_nobodys_decision_cannot_be_set_as_one(StatusSource source) {
        var task = aTask().build();

        assertThatThrownBy(() -> task.changeStatus(DONE, note("said"), source, ANNA, MONDAY))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_error_is_unmet_and_says_why() {
        var task = aTask().setByTelemetry(NOT_STARTED).measuredBy("R!").build();

        var finding = task.judge(WHENEVER, TUESDAY).findings().get(0);

        assertThat(finding.met()).isFalse();
        assertThat(finding.fresh()).isTrue();
        assertThat(finding.evaluation())
                .hasValueSatisfying(evaluation -> assertThat(evaluation.error()).isPresent());
    }

    @Test
    void no_value_yet_is_no_error() {
        var finding = aTask().measuredBy("R0")
                .build()
                .judge(WHENEVER, TUESDAY)
                .findings()
                .get(0);

        assertThat(finding.evaluation()).isEmpty();
        assertThat(finding.met()).isFalse();
        assertThat(finding.fresh()).isFalse();
    }

    private static TaskStatusChanged only(CustomerTask task) {
        var events = task.takeEvents();
        assertThat(events).hasSize(1);
        return (TaskStatusChanged) events.get(0);
    }

    private static TelemetryAttributeId attribute(CustomerTask task) {
        return task.snapshot().telemetry().get(0).id();
    }

    private static Observation latest(CustomerTask task) {
        return task.snapshot().telemetry().get(0).reading().latest().orElseThrow();
    }

    private static TelemetryValueId newest() {
        return new TelemetryValueId(AdoptionFixtures.id());
    }

    private static TelemetryValueId id(String text) {
        return new TelemetryValueId(UUID.fromString(text));
    }
}
