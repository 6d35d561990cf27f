package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.TUESDAY;
import static dev.cairn.domain.adoption.Attributes.SINCE_MONDAY;
import static dev.cairn.domain.adoption.Tasks.aTask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.adoption.published.StatusMode;
import dev.cairn.domain.adoption.published.StatusSource;
import dev.cairn.domain.adoption.published.TaskStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of eight rules: each row, what happens where two hold, and every situation there is. */
class StatusRuleTest {
    @ParameterizedTest
    @CsvSource({
        // rule, status, attributes (see Attributes), status after it
        "1, NOT_STARTED,     '',        NOT_STARTED",
        "1, DONE,            xR-,       DONE",
        "1, NOT_APPLICABLE,  R-,        NOT_APPLICABLE",
        "2, NOT_STARTED,     R0 O0,     NOT_STARTED",
        "2, IN_PROGRESS,     O0 xR+,    IN_PROGRESS",
        "2, NO_LONGER_USING, R0,        NO_LONGER_USING",
        "3, NOT_STARTED,     R+,        DONE",
        "3, IN_PROGRESS,     R+ R+,     DONE",
        "3, NO_LONGER_USING, R+,        DONE",
        "3, NOT_STARTED,     R+ O-,     DONE",
        "3, NOT_STARTED,     R+ O0,     DONE",
        "3, NOT_STARTED,     R+ O+~,    DONE",
        "3, NOT_STARTED,     R+ xR-,    DONE",
        "3, NOT_STARTED,     O+ O+,     DONE",
        "4, DONE,            R+~,       NO_LONGER_USING",
        "4, COMPLETED,       R-~ O+~,   NO_LONGER_USING",
        "4, DONE,            R0 O!~,    NO_LONGER_USING",
        "5, NOT_STARTED,     R+~,       NOT_STARTED",
        "5, IN_PROGRESS,     R-~ O0,    IN_PROGRESS",
        "5, NO_LONGER_USING, R+~,       NO_LONGER_USING",
        "6, DONE,            R-,        IN_PROGRESS",
        "6, COMPLETED,       R+~ O-,    IN_PROGRESS",
        "6, DONE,            R!,        IN_PROGRESS",
        "6, NO_LONGER_USING, R-,        IN_PROGRESS",
        "6, DONE,            O+ O-,     IN_PROGRESS",
        "7, NOT_STARTED,     R+ R-,     IN_PROGRESS",
        "7, IN_PROGRESS,     R+ R0,     IN_PROGRESS",
        "7, NOT_STARTED,     R- O+,     IN_PROGRESS",
        "7, NOT_STARTED,     O+ O-,     IN_PROGRESS",
        "7, NOT_STARTED,     R+ R+~,    IN_PROGRESS",
        "8, NOT_STARTED,     R-,        NOT_STARTED",
        "8, IN_PROGRESS,     R- O-,     IN_PROGRESS",
        "8, NOT_STARTED,     R!,        NOT_STARTED",
        "8, IN_PROGRESS,     R+~ O-,    IN_PROGRESS"
    })
    void each_row(int rule, TaskStatus status, String attributes, TaskStatus after) {
        assertJudged(rule, status, attributes, after);
    }

    @ParameterizedTest
    @CsvSource({
        // the rule that holds too, the rule that decides, status, attributes, status after it
        "2, 1, NOT_APPLICABLE,  R0,     NOT_APPLICABLE",
        "2, 1, DONE,            xR0,    DONE",
        "3, 1, NOT_APPLICABLE,  R+,     NOT_APPLICABLE",
        "7, 1, NOT_APPLICABLE,  R- O+,  NOT_APPLICABLE",
        "4, 2, DONE,            R0,     DONE",
        "5, 2, NOT_STARTED,     R0,     NOT_STARTED",
        "6, 3, DONE,            R+,     DONE",
        "6, 3, COMPLETED,       R+ O-,  COMPLETED",
        "7, 3, NOT_STARTED,     R+,     DONE",
        "5, 4, DONE,            R+~,    NO_LONGER_USING",
        "6, 4, COMPLETED,       R-~,    NO_LONGER_USING",
        "6, 5, NO_LONGER_USING, R-~,    NO_LONGER_USING",
        "7, 6, DONE,            R- O+,  IN_PROGRESS",
        "8, 6, NO_LONGER_USING, R-,     IN_PROGRESS",
        "8, 7, IN_PROGRESS,     R- O+,  IN_PROGRESS"
    })
    void the_earlier_of_two_that_hold_decides(
            int holdsToo, int rule, TaskStatus status, String attributes, TaskStatus after) {
        assertThat(rule).isLessThan(holdsToo);
        assertJudged(rule, status, attributes, after);
    }

    private static void assertJudged(int rule, TaskStatus status, String attributes, TaskStatus after) {
        var judgement =
                aTask().setByTelemetry(status).measuredBy(attributes).build().judge(SINCE_MONDAY, TUESDAY);

        assertThat(judgement.rule().number()).isEqualTo(rule);
        assertThat(judgement.from()).isEqualTo(status);
        assertThat(judgement.to()).isEqualTo(after);
        assertThat(judgement.differs()).isEqualTo(status != after);
    }

    @ParameterizedTest
    @EnumSource(TaskStatus.class)
    void an_archived_task_is_none_to_judge(TaskStatus status) {
        var judgement = aTask().setByTelemetry(status)
                .measuredBy("R+ O-")
                .archivedBecause(ArchiveReason.LICENSE)
                .build()
                .judge(SINCE_MONDAY, TUESDAY);

        assertThat(judgement.rule()).isEqualTo(StatusRule.NOT_JUDGED);
        assertThat(judgement.differs()).isFalse();
        assertThat(judgement.findings()).extracting(Finding::met).containsExactly(true, false);
    }

    @Test
    void the_rules_are_numbered_as_in_the_table_and_each_has_its_words() {
        assertThat(StatusRule.values()).extracting(StatusRule::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(StatusRule.values())
                .extracting(StatusRule::sentence)
                .doesNotHaveDuplicates()
                .allSatisfy(words -> assertThat(words).isNotBlank());
    }

    /**
     * Every status, mode and archival, with up to three attributes of every sort there is: each decision is that of the
     * table as it is written below, in other words than the rules'. The tests of single rules tell mutants as well, and
     * sooner.
     */
    @Test
    @Tag("exhaustive")
    void every_situation_is_decided_as_the_table_says() {
        var seen = new ArrayList<Integer>();
        for (var words : situations()) {
            for (var status : TaskStatus.values()) {
                for (var mode : StatusMode.values()) {
                    for (var archived : List.of(false, true)) {
                        seen.add(assertDecided(words, status, mode, archived));
                    }
                }
            }
        }
        assertThat(seen).hasSize(situations().size() * 6 * 2 * 2).contains(1, 2, 3, 4, 5, 6, 7, 8);
    }

    private static int assertDecided(String words, TaskStatus status, StatusMode mode, boolean archived) {
        var source = aTask().weighing("2.5").setByTelemetry(status).inMode(mode).measuredBy(words);
        var task = (archived ? source.archivedBecause(ArchiveReason.OUTCOME) : source).build();
        var before = task.snapshot();
        var shareBefore = task.share();
        var expected = table(words, status, archived);
        var what = words + " in " + status + " " + mode + (archived ? " archived" : "");

        var judgement = task.judge(SINCE_MONDAY, TUESDAY);
        assertThat(task.snapshot()).as(what).isEqualTo(before);
        var evaluated = task.evaluate(SINCE_MONDAY, StatusSource.TELEMETRY, Optional.empty(), TUESDAY);

        assertThat(evaluated.judgement()).as(what).isEqualTo(judgement);
        assertThat(judgement.rule().number()).as(what).isEqualTo(expected.rule());
        assertThat(judgement.to()).as(what).isEqualTo(expected.status());
        var moves = expected.status() != status;
        var isAuto = mode == StatusMode.AUTO;
        var after = task.snapshot();
        assertThat(after.state().status()).as(what).isEqualTo(isAuto ? expected.status() : status);
        assertThat(after.state().mode()).as(what).isEqualTo(mode);
        assertThat(task.suggested())
                .as(what)
                .isEqualTo(isAuto || !moves ? Optional.empty() : Optional.of(expected.status()));
        assertThat(evaluated.movedStatus()).as(what).isEqualTo(isAuto && moves);
        assertThat(after.version()).as(what).isEqualTo(before.version() + (isAuto && moves ? 1 : 0));
        assertThat(evaluated.step()).as(what).isEqualTo(task.share().minus(shareBefore));
        assertThat(task.takeEvents()).as(what).hasSize(isAuto && moves ? 1 : 0);
        assertOnceIsEnough(what, task);
        return expected.rule();
    }

    private static void assertOnceIsEnough(String what, CustomerTask task) {
        var once = task.snapshot();
        var later = TUESDAY.plusSeconds(60);

        var again = task.evaluate(SINCE_MONDAY, StatusSource.TELEMETRY, Optional.empty(), later);

        assertThat(again.moved()).as(what).isFalse();
        assertThat(again.step()).as(what).isEqualTo(Progress.NONE);
        assertThat(task.takeEvents()).as(what).isEmpty();
        assertThat(task.snapshot().state()).as(what).isEqualTo(once.state());
        assertThat(task.snapshot().version()).as(what).isEqualTo(once.version());
        assertThat(task.snapshot().telemetry())
                .as(what)
                .isEqualTo(once.telemetry().stream()
                        .map(it -> it.active() ? it.reading(checkedAt(it.reading(), later)) : it)
                        .toList());
    }

    private static Reading checkedAt(Reading reading, java.time.Instant at) {
        return new Reading(reading.latest(), reading.met(), reading.fresh(), Optional.of(at));
    }

    /** Up to three attributes of thirteen sorts, in no order. */
    private static List<String> situations() {
        var sorts = Stream.of("R", "O")
                .flatMap(kind -> Stream.of("0", "+", "-", "!", "+~", "-~").map(kind::concat))
                .toList();
        sorts = Stream.concat(sorts.stream(), Stream.of("xR+")).toList();
        var situations = new ArrayList<String>(List.of(""));
        for (int i = 0; i < sorts.size(); i++) {
            situations.add(sorts.get(i));
            for (int j = i; j < sorts.size(); j++) {
                situations.add(sorts.get(i) + " " + sorts.get(j));
                for (int k = j; k < sorts.size(); k++) {
                    situations.add(sorts.get(i) + " " + sorts.get(j) + " " + sorts.get(k));
                }
            }
        }
        return situations;
    }

    private record Decision(int rule, TaskStatus status) {}

    /** The table, read off the words. */
    private static Decision table(String words, TaskStatus status, boolean archived) {
        var a = Stream.of(words.split(" "))
                .filter(word -> word.startsWith("R") || word.startsWith("O"))
                .toList();
        var required = a.stream().filter(word -> word.startsWith("R")).toList();
        var k = required.isEmpty() ? a : required;
        var complete = status == TaskStatus.DONE || status == TaskStatus.COMPLETED;
        var anyFresh = a.stream().anyMatch(word -> !word.endsWith("~") && !word.endsWith("0"));
        if (a.isEmpty() || archived || status == TaskStatus.NOT_APPLICABLE) {
            return new Decision(1, status);
        } else if (a.stream().allMatch(word -> word.endsWith("0"))) {
            return new Decision(2, status);
        } else if (k.stream().allMatch(word -> word.endsWith("+"))) {
            return new Decision(3, status == TaskStatus.COMPLETED ? status : TaskStatus.DONE);
        } else if (!anyFresh) {
            return complete ? new Decision(4, TaskStatus.NO_LONGER_USING) : new Decision(5, status);
        } else if (complete || status == TaskStatus.NO_LONGER_USING) {
            return new Decision(6, TaskStatus.IN_PROGRESS);
        } else if (a.stream().anyMatch(word -> word.endsWith("+"))) {
            return new Decision(7, TaskStatus.IN_PROGRESS);
        }
        return new Decision(8, status);
    }
}
