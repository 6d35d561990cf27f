package dev.cairn.domain.adoption;

import static dev.cairn.domain.adoption.AdoptionFixtures.everythingOf;
import static dev.cairn.domain.adoption.AdoptionFixtures.id;
import static dev.cairn.domain.adoption.AdoptionFixtures.outcome;
import static dev.cairn.domain.adoption.AdoptionFixtures.outcomeIds;
import static dev.cairn.domain.adoption.AdoptionFixtures.release;
import static dev.cairn.domain.adoption.AdoptionFixtures.releaseIds;
import static dev.cairn.domain.adoption.Products.aProduct;
import static dev.cairn.domain.adoption.SourceTasks.aSource;
import static dev.cairn.domain.catalog.published.LicenseLevel.ADVANTAGE;
import static dev.cairn.domain.catalog.published.LicenseLevel.ESSENTIAL;
import static dev.cairn.domain.catalog.published.LicenseLevel.SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.cairn.domain.catalog.published.Blueprint;
import dev.cairn.domain.catalog.published.LicenseLevel;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.OutcomeId;
import dev.cairn.domain.shared.ReleaseId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntitlementTest {
    private static final Blueprint.Outcome TRUST = outcome("Zero-trust access");
    private static final Blueprint.Outcome SIGHT = outcome("See all traffic");
    private static final Blueprint.Release R1 = release("2026.1", "1");
    private static final Blueprint.Release R2 = release("2026.2", "2");

    @Nested
    class ATaskIsEligible {
        @ParameterizedTest
        @CsvSource({
            // bought,   asked,      eligible
            "ESSENTIAL, ESSENTIAL, true",
            "ESSENTIAL, ADVANTAGE, false",
            "ESSENTIAL, SIGNATURE, false",
            "ADVANTAGE, ESSENTIAL, true",
            "ADVANTAGE, ADVANTAGE, true",
            "ADVANTAGE, SIGNATURE, false",
            "SIGNATURE, ESSENTIAL, true",
            "SIGNATURE, ADVANTAGE, true",
            "SIGNATURE, SIGNATURE, true"
        })
        void when_its_license_level_is_not_above_what_was_bought(
                LicenseLevel bought, LicenseLevel asked, boolean eligible) {
            assertThat(everythingOf(bought).covers(aSource().asking(asked).build()))
                    .isEqualTo(eligible);
        }

        @ParameterizedTest
        @CsvSource({
            // selected, of the task, eligible
            "'',          '',          true",
            "'',          trust,       true",
            "trust,       '',          true",
            "trust,       trust,       true",
            "trust,       sight,       false",
            "trust,       trust+sight, true",
            "trust+sight, sight,       true"
        })
        void when_it_shares_an_outcome_with_the_selection_or_one_side_has_none(
                String selected, String ofTask, boolean eligible) {
            var entitlement = new Entitlement(ESSENTIAL, outcomeIds(outcomes(selected)), Set.of());

            assertThat(entitlement.covers(aSource().having(outcomes(ofTask)).build()))
                    .isEqualTo(eligible);
        }

        @ParameterizedTest
        @CsvSource({
            // selected, of the task, eligible
            "'',    '',    true",
            "'',    r1,    true",
            "r1,    '',    true",
            "r1,    r1,    true",
            "r1,    r2,    false",
            "r1,    r1+r2, true",
            "r1+r2, r2,    true"
        })
        void when_it_shares_a_release_with_the_selection_or_one_side_has_none(
                String selected, String ofTask, boolean eligible) {
            var entitlement = new Entitlement(ESSENTIAL, Set.of(), releaseIds(releases(selected)));

            assertThat(entitlement.covers(aSource().having(releases(ofTask)).build()))
                    .isEqualTo(eligible);
        }

        @Test
        void only_when_all_three_hold() {
            var entitlement = new Entitlement(ADVANTAGE, outcomeIds(TRUST), releaseIds(R1));

            assertThat(entitlement.covers(
                            aSource().asking(ADVANTAGE).having(TRUST).having(R1).build()))
                    .isTrue();
            assertThat(entitlement.covers(
                            aSource().asking(SIGNATURE).having(TRUST).having(R1).build()))
                    .isFalse();
            assertThat(entitlement.covers(aSource().having(SIGHT).having(R1).build()))
                    .isFalse();
            assertThat(entitlement.covers(aSource().having(TRUST).having(R2).build()))
                    .isFalse();
        }

        private Blueprint.Outcome[] outcomes(String names) {
            return List.of(TRUST, SIGHT).stream()
                    .filter(outcome -> names.contains(outcome == TRUST ? "trust" : "sight"))
                    .toArray(Blueprint.Outcome[]::new);
        }

        private Blueprint.Release[] releases(String names) {
            return List.of(R1, R2).stream()
                    .filter(release -> names.contains(release == R1 ? "r1" : "r2"))
                    .toArray(Blueprint.Release[]::new);
        }
    }

    @Nested
    class ASelection {
        @Test
        void is_the_same_in_another_order_and_keeps_the_one_it_was_given_in() {
            var forth = Entitlement.of(ESSENTIAL, List.of(TRUST.id(), SIGHT.id()), List.of(R1.id(), R2.id()));
            var back = Entitlement.of(ESSENTIAL, List.of(SIGHT.id(), TRUST.id()), List.of(R2.id(), R1.id()));

            assertThat(back).isEqualTo(forth);
            assertThat(back.selectedOutcomes()).containsExactly(SIGHT.id(), TRUST.id());
            assertThat(back.selectedReleases()).containsExactly(R2.id(), R1.id());
        }

        @Test
        void does_not_change_behind_its_back() {
            var ids = new LinkedHashSet<>(Set.of(TRUST.id()));
            var entitlement = new Entitlement(ESSENTIAL, ids, Set.of());

            ids.clear();

            assertThat(entitlement.selectedOutcomes()).containsExactly(TRUST.id());
            assertThatThrownBy(() -> entitlement.selectedOutcomes().clear())
                    .isInstanceOf(UnsupportedOperationException.class);
        }

        @Test
        void names_each_id_once_and_every_repetition_is_told() {
            assertThatThrownBy(() -> Entitlement.of(
                            ESSENTIAL, List.of(TRUST.id(), SIGHT.id(), TRUST.id()), List.of(R1.id(), R1.id())))
                    .isInstanceOfSatisfying(DomainException.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
                        assertThat(refusal.faults())
                                .extracting(Fault::pointer, Fault::code)
                                .containsExactly(
                                        tuple("/selectedOutcomeIds/2", Fault.Code.DUPLICATE),
                                        tuple("/selectedReleaseIds/1", Fault.Code.DUPLICATE));
                    });
        }

        @Test
        void is_of_the_product() {
            var product = aProduct().having(TRUST, SIGHT).having(R1).build();

            assertThatCode(() ->
                            new Entitlement(ESSENTIAL, outcomeIds(TRUST, SIGHT), releaseIds(R1)).requireOf(product))
                    .doesNotThrowAnyException();
        }

        @Test
        void names_every_outcome_that_is_not_of_the_product() {
            var product = aProduct().having(TRUST).having(R1).build();
            var strange = List.of(new OutcomeId(id()), TRUST.id(), new OutcomeId(id()));

            assertThatThrownBy(() ->
                            Entitlement.of(ESSENTIAL, strange, List.of(R1.id())).requireOf(product))
                    .isInstanceOfSatisfying(DomainException.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo(ErrorCode.OUTCOME_NOT_OF_PRODUCT);
                        assertThat(refusal.faults())
                                .extracting(Fault::pointer, Fault::code)
                                .containsExactly(
                                        tuple("/selectedOutcomeIds/0", Fault.Code.REFERENCE),
                                        tuple("/selectedOutcomeIds/2", Fault.Code.REFERENCE));
                    });
        }

        @Test
        void names_every_release_that_is_not_of_the_product() {
            var product = aProduct().having(TRUST).having(R1).build();
            var strange = List.of(R1.id(), new ReleaseId(id()));

            assertThatThrownBy(() -> Entitlement.of(ESSENTIAL, List.of(TRUST.id()), strange)
                            .requireOf(product))
                    .isInstanceOfSatisfying(DomainException.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo(ErrorCode.RELEASE_NOT_OF_PRODUCT);
                        assertThat(refusal.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/selectedReleaseIds/1");
                    });
        }

        @Test
        void tells_strange_outcomes_and_releases_at_once() {
            assertThatThrownBy(() -> new Entitlement(ESSENTIAL, outcomeIds(TRUST), releaseIds(R1))
                            .requireOf(aProduct().build()))
                    .isInstanceOfSatisfying(DomainException.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo(ErrorCode.OUTCOME_NOT_OF_PRODUCT);
                        assertThat(refusal.faults())
                                .extracting(Fault::pointer)
                                .containsExactly("/selectedOutcomeIds/0", "/selectedReleaseIds/0");
                    });
        }
    }

    @Nested
    class AChange {
        private final Blueprint product =
                aProduct().having(TRUST, SIGHT).having(R1, R2).build();
        private final Entitlement current = new Entitlement(ADVANTAGE, outcomeIds(TRUST), releaseIds(R1));

        @Test
        void keeps_what_it_does_not_name() {
            assertThat(change(Optional.of(SIGNATURE), Optional.empty(), Optional.empty())
                            .appliedTo(current, product))
                    .isEqualTo(new Entitlement(SIGNATURE, outcomeIds(TRUST), releaseIds(R1)));
            assertThat(change(Optional.empty(), Optional.of(List.of(SIGHT.id())), Optional.of(List.of()))
                            .appliedTo(current, product))
                    .isEqualTo(new Entitlement(ADVANTAGE, outcomeIds(SIGHT), Set.of()));
        }

        @Test
        void asks_nothing_of_what_was_selected_earlier() {
            var shrunken = aProduct().having(SIGHT).build();

            assertThat(change(Optional.of(SIGNATURE), Optional.empty(), Optional.empty())
                            .appliedTo(current, shrunken)
                            .selectedOutcomes())
                    .containsExactly(TRUST.id());
        }

        @Test
        void names_only_what_is_of_the_product() {
            var strange = change(Optional.empty(), Optional.of(List.of(new OutcomeId(id()))), Optional.of(List.of()));

            assertThatThrownBy(() -> strange.appliedTo(current, product))
                    .asInstanceOf(InstanceOfAssertFactories.type(DomainException.class))
                    .extracting(DomainException::code)
                    .isEqualTo(ErrorCode.OUTCOME_NOT_OF_PRODUCT);
        }

        @Test
        void names_each_id_once() {
            assertThatThrownBy(() -> change(
                            Optional.empty(),
                            Optional.of(List.of(TRUST.id(), TRUST.id())),
                            Optional.of(List.of(R1.id(), R1.id()))))
                    .isInstanceOfSatisfying(
                            DomainException.class,
                            refusal -> assertThat(refusal.faults())
                                    .extracting(Fault::pointer)
                                    .containsExactly("/selectedOutcomeIds/1", "/selectedReleaseIds/1"));
        }

        private EntitlementChange change(
                Optional<LicenseLevel> level, Optional<List<OutcomeId>> outcomes, Optional<List<ReleaseId>> releases) {
            return EntitlementChange.of(level, outcomes, releases);
        }
    }
}
