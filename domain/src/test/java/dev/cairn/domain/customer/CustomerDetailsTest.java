package dev.cairn.domain.customer;

import static dev.cairn.domain.customer.Drafts.aDraft;
import static dev.cairn.domain.customer.Drafts.aPerson;
import static dev.cairn.domain.shared.Refusals.assertFaulty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.shared.Changes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerDetailsTest {
    private static final Address HARBOUR = new Address(
            Optional.of("1 Harbour Street"),
            Optional.of("Hull"),
            Optional.empty(),
            Optional.of("HU1 1AA"),
            Optional.of("GB"));

    @Test
    void all_that_was_written_is_kept() {
        var details = aDraft().of(CustomerType.ENTERPRISE)
                .named("  Acme Retail ")
                .externalId("crm-991")
                .companyName("Acme Holding")
                .industry("Retail")
                .source("Fair")
                .website("https://acme.example/x?y=1")
                .phone("+44 20 7946 0000")
                .email("ops@acme.example")
                .address(HARBOUR)
                .description("Forty shops.")
                .assignedTo("ben")
                .tagged(List.of("emea", "Key "))
                .nextFollowUpAt(Customers.TUESDAY)
                .details();
        assertThat(details)
                .isEqualTo(new CustomerDetails(
                        Optional.of("crm-991"),
                        new CustomerName(CustomerType.ENTERPRISE, "Acme Retail", Optional.empty(), Optional.empty()),
                        Optional.of("Acme Holding"),
                        Optional.of("Retail"),
                        Optional.of("Fair"),
                        Optional.of("https://acme.example/x?y=1"),
                        Optional.of("+44 20 7946 0000"),
                        Optional.of(new EmailAddress("ops@acme.example")),
                        Optional.of(HARBOUR),
                        Optional.of("Forty shops."),
                        Optional.of("ben"),
                        List.of("emea", "Key"),
                        Optional.of(Customers.TUESDAY)));
    }

    @Test
    void every_fault_of_a_draft_is_told_at_once() {
        assertFaulty(() -> aDraft().named(" ")
                        .firstName("Ada")
                        .lastName("Moreau")
                        .externalId("")
                        .companyName("x".repeat(256))
                        .industry("x".repeat(256))
                        .source("x".repeat(256))
                        .website("ftp://acme.example")
                        .phone("1".repeat(51))
                        .email("nobody")
                        .description("x".repeat(5_001))
                        .assignedTo(" ")
                        .tagged(List.of("a", " ", "A", "x".repeat(65)))
                        .details())
                .containsExactlyInAnyOrder(
                        "/name REQUIRED",
                        "/firstName UNKNOWN",
                        "/lastName UNKNOWN",
                        "/externalId REQUIRED",
                        "/companyName LENGTH",
                        "/industry LENGTH",
                        "/source LENGTH",
                        "/website FORMAT",
                        "/phone LENGTH",
                        "/email FORMAT",
                        "/description LENGTH",
                        "/assignedTo REQUIRED",
                        "/tags/1 REQUIRED",
                        "/tags/2 DUPLICATE",
                        "/tags/3 LENGTH");
    }

    static Stream<Arguments> bounds() {
        return Stream.of(
                bound("/name", 255, Drafts::named),
                bound("/externalId", 255, Drafts::externalId),
                bound("/companyName", 255, Drafts::companyName),
                bound("/industry", 255, Drafts::industry),
                bound("/source", 255, Drafts::source),
                bound("/phone", 50, Drafts::phone),
                bound("/description", 5_000, Drafts::description),
                bound("/assignedTo", 255, Drafts::assignedTo));
    }

    private static Arguments bound(String pointer, int max, BiFunction<Drafts, String, Drafts> write) {
        return Arguments.of(pointer, max, write);
    }

    @ParameterizedTest(name = "{0} has at most {1} characters")
    @MethodSource("bounds")
    void a_text_is_as_long_as_its_bound_and_no_longer(
            String pointer, int max, BiFunction<Drafts, String, Drafts> write) {
        assertThat(write.apply(aDraft(), "ä".repeat(max)).details()).isNotNull();
        assertFaulty(() -> write.apply(aDraft(), "ä".repeat(max + 1)).details()).containsExactly(pointer + " LENGTH");
    }

    @Nested
    class TheNameOfACompany {
        @ParameterizedTest
        @EnumSource(
                value = CustomerType.class,
                names = {"BUSINESS", "ENTERPRISE"})
        void is_its_own_and_exclusive(CustomerType type) {
            var name = aDraft().of(type).named("Acme").details().name();
            assertThat(name.type()).isEqualTo(type);
            assertThat(name.full()).isEqualTo("Acme");
            assertThat(name.isExclusive()).isTrue();
        }

        @Test
        void is_that_of_a_business_when_no_type_is_given() {
            assertThat(aDraft().details().name().type()).isEqualTo(CustomerType.BUSINESS);
        }

        @Test
        void has_to_be_given() {
            assertFaulty(() -> aDraft().nameless().details()).containsExactly("/name REQUIRED");
        }

        @Test
        void is_not_made_of_a_persons_names() {
            assertFaulty(() -> aDraft().firstName("Ada").details()).containsExactly("/firstName UNKNOWN");
        }

        @Test
        void is_compared_folded() {
            assertThat(aDraft().named("ÄRGER GmbH").details().name().folded())
                    .isEqualTo(aDraft().named(" ärger gmbh ").details().name().folded());
        }
    }

    @Nested
    class TheNameOfAPerson {
        @Test
        void is_made_of_both_names_and_may_be_shared() {
            var name = aPerson(" Ada ", "Moreau").details().name();
            assertThat(name.full()).isEqualTo("Ada Moreau");
            assertThat(name.first()).hasValue("Ada");
            assertThat(name.last()).hasValue("Moreau");
            assertThat(name.isExclusive()).isFalse();
        }

        @Test
        void is_not_given_whole() {
            assertFaulty(() -> aPerson("Ada", "Moreau").named("Ada Moreau").details())
                    .containsExactly("/name UNKNOWN");
        }

        @Test
        void needs_both_parts() {
            assertFaulty(() -> aDraft().of(CustomerType.INDIVIDUAL).nameless().details())
                    .containsExactly("/firstName REQUIRED", "/lastName REQUIRED");
            assertFaulty(() -> aPerson(" ", "\t").details())
                    .containsExactly("/firstName REQUIRED", "/lastName REQUIRED");
        }

        @Test
        void is_never_longer_than_a_name_can_be() {
            assertThat(aPerson("a".repeat(127), "b".repeat(127))
                            .details()
                            .name()
                            .full())
                    .hasSize(CustomerName.MAX);
            assertFaulty(() -> aPerson("a".repeat(128), "b".repeat(128)).details())
                    .containsExactly("/firstName LENGTH", "/lastName LENGTH");
        }
    }

    @Nested
    class TheWebsite {
        @ParameterizedTest
        @ValueSource(strings = {"http://acme.example", "HTTPS://acme.example:8443/a?b#c", " https://127.0.0.1 "})
        void is_an_http_address(String text) {
            assertThat(aDraft().website(text).details().website()).hasValue(text.strip());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "acme.example",
                    "ftp://acme.example",
                    "javascript:alert(1)",
                    "https://",
                    "https:///x",
                    "https://a b",
                    "mailto:ops@acme.example",
                    "//acme.example"
                })
        void is_nothing_else(String text) {
            assertFaulty(() -> aDraft().website(text).details()).containsExactly("/website FORMAT");
        }

        @Test
        void has_2048_characters_at_most() {
            var longest = "https://acme.example/" + "x".repeat(2_048 - 21);
            assertThat(aDraft().website(longest).details().website()).hasValue(longest);
            assertFaulty(() -> aDraft().website(longest + "x").details()).containsExactly("/website LENGTH");
        }
    }

    @Nested
    class TheTags {
        private static List<String> numbered(int count) {
            return IntStream.range(0, count).mapToObj(i -> "t" + i).toList();
        }

        @Test
        void are_fifty_at_most() {
            assertThat(aDraft().tagged(numbered(50)).details().tags()).hasSize(CustomerDetails.MAX_TAGS);
            assertFaulty(() -> aDraft().tagged(numbered(51)).details()).containsExactly("/tags LENGTH");
        }

        @Test
        void have_64_characters_at_most() {
            assertThat(aDraft().tagged(List.of("x".repeat(64))).details().tags())
                    .hasSize(1);
            assertFaulty(() -> aDraft().tagged(List.of("x".repeat(65))).details())
                    .containsExactly("/tags/0 LENGTH");
        }

        @Test
        void are_there_once_ignoring_case() {
            assertFaulty(() -> aDraft().tagged(List.of("EMEA", "x", "emea ")).details())
                    .containsExactly("/tags/2 DUPLICATE");
        }

        @Test
        void do_not_change_behind_the_customers_back() {
            var tags = new ArrayList<>(List.of("a"));
            var details = aDraft().tagged(tags).details();
            tags.add("b");
            assertThat(details.tags()).containsExactly("a");
            assertThatThrownBy(() -> details.tags().add("c")).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Nested
    class BetweenTwo {
        @Test
        void the_difference_names_each_field_as_clients_know_it() {
            var before = aDraft().address(HARBOUR).industry("Retail").details();
            var after = aPerson("Ada", "Moreau")
                    .companyName("Acme")
                    .nextFollowUpAt(Instant.EPOCH)
                    .details();
            assertThat(before.until(after))
                    .isEqualTo(new Changes(
                            Map.of(
                                    "type",
                                    "BUSINESS",
                                    "name",
                                    "Acme Retail",
                                    "industry",
                                    "Retail",
                                    "address",
                                    Map.of(
                                            "street",
                                            "1 Harbour Street",
                                            "city",
                                            "Hull",
                                            "zipCode",
                                            "HU1 1AA",
                                            "country",
                                            "GB")),
                            Map.of(
                                    "type",
                                    "INDIVIDUAL",
                                    "name",
                                    "Ada Moreau",
                                    "firstName",
                                    "Ada",
                                    "lastName",
                                    "Moreau",
                                    "companyName",
                                    "Acme",
                                    "nextFollowUpAt",
                                    Instant.EPOCH)));
        }

        @Test
        void equal_details_do_not_differ() {
            assertThat(aDraft().address(HARBOUR)
                            .details()
                            .until(aDraft().address(HARBOUR).details()))
                    .isEqualTo(Changes.NONE);
        }
    }
}
