package dev.cairn.application.shared;

import static dev.cairn.domain.shared.Refusals.assertFaulty;
import static dev.cairn.domain.shared.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.cairn.domain.customer.published.AccountStatus;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandlerTest {
    private static final Actor ANNA = new Actor(new OrgId("northwind"), "anna");
    private static final Origin ORIGIN = new Origin("4bf92f3577b34da6a3ce929d0e0e4736", "127.0.0.1");
    private static final CustomerId CUSTOMER = new CustomerId(new UUID(0, 7));
    private static final Instant MONDAY = Instant.parse("2026-11-23T09:00:00Z");

    private record Rename(String name) implements GuardedCommand {
        @Override
        public Target target() {
            return new Target.OfCustomer(CUSTOMER);
        }
    }

    /** Every stretch of the road writes its name down when it is passed. */
    private final List<String> road = new ArrayList<>();

    private final List<Work> works = new ArrayList<>();
    private Optional<Standing> standing =
            Optional.of(new Standing(CUSTOMER, Optional.empty(), AccountStatus.ACTIVE, LifecycleStage.PROSPECT, false));
    private int lostRaces;
    private final InMemoryKeptAnswers answers = new InMemoryKeptAnswers();
    private Supplier<Terms<Integer>> terms = Terms::none;

    private final UnitOfWork unitOfWork = new UnitOfWork() {
        @Override
        public <T> Uni<T> in(Work work, Supplier<Uni<T>> steps) {
            works.add(work);
            return Uni.createFrom().deferred(() -> {
                road.add("begin");
                return steps.get().onItem().transformToUni(result -> {
                    if (lostRaces-- > 0) {
                        road.add("lost");
                        return Uni.createFrom().failure(new LostRace(new IllegalStateException("deadlock")));
                    }
                    road.add("commit");
                    return Uni.createFrom().item(result);
                });
            });
        }
    };

    private final class RenameHandler extends Creation<Rename, String> {
        RenameHandler(Clock clock) {
            super(
                    new Frame(
                            unitOfWork,
                            new Gate(new PermissionMatrix(EnumSet.of(Role.ADMIN)), (scope, target) -> {
                                road.add("standing");
                                return Uni.createFrom().item(standing);
                            }),
                            answers,
                            clock,
                            () -> new UUID(0, 42)),
                    Permission.CUSTOMER_UPDATE);
        }

        @Override
        protected Uni<String> create(Rename command, Call call) {
            road.add("work");
            return Uni.createFrom()
                    .item(command.name() + " by " + call.actor().name() + " at " + call.now() + " as " + ids().next());
        }
    }

    private final RenameHandler handler = new RenameHandler(Clock.fixed(MONDAY, ZoneOffset.UTC));

    private Uni<Integer> rename(RenameHandler by, Role role, Supplier<Rename> form) {
        var envelope = new Envelope<String, Integer>(Caller.of(ANNA, role), ORIGIN, terms, result -> {
            road.add("render " + result);
            return result.length();
        });
        return by.handle(envelope, () -> {
            road.add("form");
            return form.get();
        });
    }

    private int rename(Role role, Supplier<Rename> form) {
        return rename(handler, role, form).await().indefinitely();
    }

    @Test
    void right_form_transaction_standing_work_answer_commit() {
        var told = "Acme by anna at 2026-11-23T09:00:00Z as 00000000-0000-0000-0000-00000000002a";
        assertThat(rename(Role.ADMIN, () -> new Rename("Acme"))).isEqualTo(told.length());
        assertThat(road).containsExactly("form", "begin", "standing", "work", "render " + told, "commit");
    }

    private Errand<Integer> errand(Uni<Void> beginning) {
        return new Errand<>() {
            @Override
            public Uni<Void> begin() {
                return Uni.createFrom().deferred(() -> {
                    road.add("errand begins");
                    return beginning;
                });
            }

            @Override
            public Uni<Void> end(Integer answer) {
                return Uni.createFrom().voidItem().invoke(() -> road.add("errand ends with " + answer));
            }
        };
    }

    @Test
    void what_the_work_is_a_part_of_is_asked_before_it_and_told_after_it_in_one_transaction() {
        terms = () -> new Terms<>(
                Precondition.NONE, Optional.empty(), errand(Uni.createFrom().voidItem()));
        var length = rename(Role.ADMIN, () -> new Rename("Acme"));
        assertThat(road)
                .containsSubsequence(
                        "begin", "errand begins", "standing", "work", "errand ends with " + length, "commit");
    }

    @Test
    void work_that_its_errand_does_not_let_begin_is_not_done() {
        terms = () -> new Terms<>(
                Precondition.NONE,
                Optional.empty(),
                errand(Uni.createFrom().failure(new IllegalStateException("somebody else is at it"))));
        assertThatIllegalStateException().isThrownBy(() -> rename(Role.ADMIN, () -> new Rename("Acme")));
        assertThat(road).containsExactly("form", "begin", "errand begins");
    }

    @Test
    void nothing_happens_before_somebody_waits_for_it() {
        rename(handler, Role.ADMIN, () -> new Rename("Acme"));
        assertThat(road).isEmpty();
    }

    @Test
    void whoever_has_no_right_learns_nothing_of_the_form() {
        assertRefused(ErrorCode.FORBIDDEN, () -> rename(Role.VIEWER, HandlerTest::faulty));
        assertThat(road).isEmpty();
    }

    @Test
    void a_fault_of_form_is_told_before_the_row_is_looked_for() {
        standing = Optional.empty();
        assertFaulty(() -> rename(Role.ADMIN, HandlerTest::faulty)).containsExactly("/name REQUIRED");
        assertThat(road).containsExactly("form");
    }

    private static Rename faulty() {
        throw new DomainException(
                ErrorCode.VALIDATION_ERROR, "a fault", new Fault("/name", Fault.Code.REQUIRED, "must be given"));
    }

    @Test
    void what_the_gate_refuses_is_not_worked_on() {
        standing = Optional.empty();
        assertRefused(ErrorCode.CUSTOMER_NOT_FOUND, () -> rename(Role.ADMIN, () -> new Rename("Acme")));
        assertThat(road).containsExactly("form", "begin", "standing");
    }

    @Test
    void the_unit_of_work_is_told_who_does_what_from_where_and_what_they_see() {
        rename(Role.ADMIN, () -> new Rename("Acme"));
        var work = works.get(0);
        assertThat(work.command()).isEqualTo(Rename.class);
        assertThat(work.caller().actor()).isEqualTo(ANNA);
        assertThat(work.origin()).isEqualTo(ORIGIN);
        assertThat(work.sight().org()).isEqualTo(ANNA.org());
        assertThat(work.sight().customers()).isEqualTo(RowScope.EVERYTHING);
        assertThat(work.sight().seesRemoved()).isTrue();
    }

    @Test
    void it_knows_its_right() {
        assertThat(handler.permission()).isEqualTo(Permission.CUSTOMER_UPDATE);
    }

    @Test
    void an_envelope_from_inside_answers_with_the_result_itself() {
        var plain = Envelope.<String>plain(
                new Caller(ANNA, Set.of(Role.ADMIN), Optional.empty(), Optional.empty()), ORIGIN);
        assertThat(handler.handle(plain, () -> new Rename("Acme")).await().indefinitely())
                .startsWith("Acme by anna");
        assertThat(Origin.internal("system")).isEqualTo(new Origin("0".repeat(32), "system"));
    }

    @Nested
    class WhenARaceIsLost {
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void the_same_work_is_tried_again(int times) {
            lostRaces = times;
            rename(Role.ADMIN, () -> new Rename("Acme"));
            assertThat(road.stream().filter("lost"::equals)).hasSize(times);
            assertThat(road.stream().filter("work"::equals)).hasSize(times + 1);
            assertThat(road.stream().filter("standing"::equals)).hasSize(times + 1);
            assertThat(road.stream().filter("commit"::equals)).hasSize(1);
        }

        @Test
        void the_form_is_read_once() {
            lostRaces = 3;
            rename(Role.ADMIN, () -> new Rename("Acme"));
            assertThat(road.stream().filter("form"::equals)).hasSize(1);
        }

        @Test
        void the_fourth_time_the_caller_is_asked_to_come_again() {
            lostRaces = 4;
            assertRefused(ErrorCode.UNAVAILABLE, () -> rename(Role.ADMIN, () -> new Rename("Acme")));
            assertThat(road.stream().filter("work"::equals)).hasSize(4);
            assertThat(road).doesNotContain("commit");
        }

        @Test
        void each_attempt_has_its_own_now() {
            lostRaces = 1;
            var ticking = new Clock() {
                private Instant now = MONDAY;

                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    now = now.plus(Duration.ofMinutes(1));
                    return now;
                }
            };
            rename(new RenameHandler(ticking), Role.ADMIN, () -> new Rename("Acme"))
                    .await()
                    .indefinitely();
            assertThat(road.get(road.size() - 2)).contains("2026-11-23T09:02:00Z");
        }
    }

    @Test
    void a_failure_that_is_no_lost_race_is_not_tried_again() {
        assertThatIllegalStateException()
                .isThrownBy(() -> rename(Role.ADMIN, () -> {
                    throw new IllegalStateException("bug");
                }));
        assertThat(road).containsExactly("form");
        standing = Optional.of(
                new Standing(CUSTOMER, Optional.empty(), AccountStatus.SUSPENDED, LifecycleStage.PROSPECT, false));
        assertRefused(ErrorCode.CUSTOMER_SUSPENDED, () -> rename(Role.ADMIN, () -> new Rename("Acme")));
        assertThat(road).containsExactly("form", "form", "begin", "standing");
    }

    @Nested
    class WithARetryKey {
        private static final String SAME = "f".repeat(64);

        private void keyed(String key, String fingerprint) {
            terms = () -> new Terms<>(
                    Precondition.NONE,
                    Optional.of(new Retry<>(
                            new RetryKey(key, fingerprint),
                            length -> new KeptAnswer(200, Map.of(), Optional.of(String.valueOf(length))),
                            kept -> -Integer.parseInt(kept.body().orElseThrow()))));
        }

        private int renamed() {
            return rename(Role.ADMIN, () -> new Rename("Acme"));
        }

        @Test
        void the_second_request_gets_the_answer_of_the_first_and_works_on_nothing() {
            keyed("k", SAME);
            var first = renamed();
            road.clear();

            assertThat(renamed()).isEqualTo(-first);
            assertThat(road).containsExactly("form", "begin", "standing", "commit");
        }

        @Test
        void whoever_does_not_see_the_target_any_more_is_not_told_of_it_again() {
            keyed("k", SAME);
            renamed();
            standing = Optional.empty();

            assertRefused(ErrorCode.CUSTOMER_NOT_FOUND, this::renamed);
        }

        @Test
        void that_the_account_was_closed_since_is_no_reason_not_to_be_answered_again() {
            keyed("k", SAME);
            var first = renamed();
            standing = Optional.of(
                    new Standing(CUSTOMER, Optional.empty(), AccountStatus.SUSPENDED, LifecycleStage.PROSPECT, false));

            assertThat(renamed()).isEqualTo(-first);
        }

        @Test
        void another_request_under_the_same_key_is_refused() {
            keyed("k", SAME);
            renamed();
            keyed("k", "e".repeat(64));

            assertRefused(ErrorCode.IDEMPOTENCY_KEY_REUSED, this::renamed);
        }

        @Test
        void another_key_is_other_work() {
            keyed("k", SAME);
            var first = renamed();
            keyed("l", SAME);

            assertThat(renamed()).isEqualTo(first);
            assertThat(answers.size()).isEqualTo(2);
        }

        @Test
        void a_refusal_keeps_nothing() {
            keyed("k", SAME);
            var closed = standing;
            standing = Optional.empty();
            assertRefused(ErrorCode.CUSTOMER_NOT_FOUND, this::renamed);
            assertThat(answers.size()).isZero();

            standing = closed;
            assertThat(renamed()).isPositive();
        }

        @Test
        void a_day_later_the_key_is_new_work() {
            keyed("k", SAME);
            renamed();
            var later =
                    new RenameHandler(Clock.fixed(MONDAY.plus(KeptAnswer.LIFE).plusMillis(1), ZoneOffset.UTC));

            assertThat(rename(later, Role.ADMIN, () -> new Rename("Acme"))
                            .await()
                            .indefinitely())
                    .isPositive();
        }

        @Test
        void at_the_end_of_the_day_it_is_still_answered() {
            keyed("k", SAME);
            renamed();
            var later = new RenameHandler(Clock.fixed(MONDAY.plus(KeptAnswer.LIFE), ZoneOffset.UTC));

            assertThat(rename(later, Role.ADMIN, () -> new Rename("Acme"))
                            .await()
                            .indefinitely())
                    .isNegative();
        }

        @Test
        void whoever_lost_the_right_gets_no_answer_again_either() {
            keyed("k", SAME);
            renamed();

            assertRefused(ErrorCode.FORBIDDEN, () -> rename(Role.VIEWER, () -> new Rename("Acme")));
        }

        @Test
        void the_terms_are_not_looked_at_before_the_right_is_seen() {
            terms = () -> {
                throw new DomainException(ErrorCode.VALIDATION_ERROR, "no key");
            };

            assertRefused(ErrorCode.FORBIDDEN, () -> rename(Role.VIEWER, () -> new Rename("Acme")));
            assertRefused(ErrorCode.VALIDATION_ERROR, this::renamed);
            assertThat(road).doesNotContain("begin");
        }
    }
}
