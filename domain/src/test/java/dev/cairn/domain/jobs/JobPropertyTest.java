package dev.cairn.domain.jobs;

import static dev.cairn.domain.jobs.JobTest.ANNA;
import static dev.cairn.domain.jobs.JobTest.LEASE;
import static dev.cairn.domain.jobs.JobTest.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.shared.DomainException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever workers and people do to a job, in whatever order. */
class JobPropertyTest {
    private final List<Long> taken = new ArrayList<>();

    /** One step of the world: somebody takes a turn, gives one back, early or late, or stops it; time passes. */
    private void step(Job job, int what, Instant now) {
        switch (what % 5) {
            case 0, 1 -> job.takeTurn(now, LEASE).ifPresent(taken::add);
            case 2 -> taken.stream().skip(what % 3).findFirst().ifPresent(turn -> job.endTurn(turn, true, false, now));
            case 3 ->
                taken.stream().reduce((a, b) -> b).ifPresent(turn -> job.endTurn(turn, what > 50, what > 90, now));
            default -> {
                try {
                    if (what > 95) {
                        job.cancel(ANNA, now);
                    }
                } catch (DomainException ended) {
                    assertThat(job.snapshot().status().isEnded()).isTrue();
                }
            }
        }
    }

    @Property
    void an_end_is_for_good_turns_never_overlap_and_what_is_stored_comes_back(
            @ForAll @Size(max = 60) List<@IntRange(max = 100) Integer> steps) {
        taken.clear();
        var job = JobTest.aJob();
        var now = MONDAY;
        for (int what : steps) {
            now = now.plusSeconds(what);
            var before = job.snapshot();
            var turnsBefore = taken.size();

            step(job, what, now);

            var after = job.snapshot();
            if (before.status().isEnded()) {
                assertThat(after).isEqualTo(before);
            }
            if (taken.size() > turnsBefore) {
                assertThat(before.turns().free().filter(now::isBefore)).isEmpty();
                assertThat(after.turns().number()).isEqualTo(before.turns().number() + 1);
                assertThat(after.turns().free()).contains(now.plus(LEASE));
            }
            assertThat(after.status().isEnded()).isEqualTo(after.endedAt().isPresent());
            assertThat(after.version() > before.version()).isEqualTo(after.status() != before.status());
            assertThat(after.turns().idle()).isBetween(0, Job.MOST_IDLE_TURNS);
            assertThat(Job.restore(after).snapshot()).isEqualTo(after);
        }
    }
}
