package dev.cairn.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class KeptAnswerPurgeTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    private final InMemoryKeptAnswers answers = new InMemoryKeptAnswers();
    private final List<OrgId> units = new ArrayList<>();

    private final UnitOfWork unitOfWork = new UnitOfWork() {
        @Override
        public <T> Uni<T> in(Work work, Supplier<Uni<T>> steps) {
            units.add(work.sight().org());
            answers.enter(work.sight().org());
            return work.sight().org().value().equals("broken")
                    ? Uni.createFrom().failure(new IllegalStateException("away"))
                    : steps.get();
        }
    };

    private void kept(String org, String key, Duration ago) {
        answers.keep(
                        Caller.of(new Actor(new OrgId(org), "anna"), Role.ADMIN),
                        new RetryKey(key, "f".repeat(64)),
                        new KeptAnswer(204, Map.of(), Optional.empty()),
                        MONDAY.minus(ago))
                .await()
                .indefinitely();
    }

    private int purged() {
        return new KeptAnswerPurge(unitOfWork, answers, Clock.fixed(MONDAY, ZoneOffset.UTC))
                .run()
                .await()
                .indefinitely();
    }

    @Test
    void what_is_older_than_a_day_goes_and_nothing_else() {
        kept("northwind", "old", Duration.ofHours(25));
        kept("northwind", "new", Duration.ofHours(24));

        assertThat(purged()).isEqualTo(1);
        assertThat(answers.size()).isEqualTo(1);
        assertThat(purged()).isZero();
    }

    @Test
    void each_organisation_is_worked_on_by_itself() {
        kept("northwind", "old", Duration.ofHours(25));
        kept("southwind", "old", Duration.ofHours(25));
        kept("westwind", "new", Duration.ofHours(1));

        assertThat(purged()).isEqualTo(2);
        assertThat(units).containsExactlyInAnyOrder(new OrgId("northwind"), new OrgId("southwind"));
    }

    @Test
    void however_many_there_are_all_of_them_go() {
        for (int i = 0; i < 5_001; i++) {
            kept("northwind", "old" + i, Duration.ofHours(25));
        }

        assertThat(purged()).isEqualTo(5_001);
        assertThat(units).hasSize(2);
    }

    @Test
    void one_organisation_that_fails_is_told_and_stops_no_other() {
        kept("alpha", "old", Duration.ofHours(25));
        kept("broken", "old", Duration.ofHours(25));
        kept("zulu", "old", Duration.ofHours(25));

        assertThatThrownBy(this::purged).hasMessageContaining("away");
        assertThat(answers.size()).isEqualTo(1);
    }
}
