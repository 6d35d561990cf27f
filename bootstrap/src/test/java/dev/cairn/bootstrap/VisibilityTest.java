package dev.cairn.bootstrap;

import static dev.cairn.bootstrap.support.Problems.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;

import dev.cairn.application.customer.view.CustomerFilter;
import dev.cairn.application.customer.view.CustomerSort;
import dev.cairn.application.customer.view.CustomerView;
import dev.cairn.application.customer.view.CustomerViews;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Gate;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.Role;
import dev.cairn.application.shared.Standing;
import dev.cairn.bootstrap.support.Organisation;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.OrgId;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One predicate says which customers a caller sees; here it is asked from all sides. */
@QuarkusTest
class VisibilityTest {
    private static final String CUSTOMERS = "/api/v1/customers";
    private static final CustomerFilter ALL = new CustomerFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @Inject
    Gate gate;

    @Inject
    CustomerViews views;

    private final Organisation org = Organisation.fresh();

    @Nested
    class InSqlAndInJava {
        private final List<Standing> standings = new ArrayList<>();

        @BeforeEach
        void a_customer_of_every_stage_for_everybody() {
            for (var stage : LifecycleStage.values()) {
                for (var assignee : List.of("", "anna", "ben")) {
                    var name = stage + " " + assignee;
                    var assigned = assignee.isEmpty() ? "" : ", \"assignedTo\": \"" + assignee + "\"";
                    var id = org.customer(
                            "{\"name\": \"" + name + "\", \"lifecycleStage\": \"" + stage + "\"" + assigned + "}");
                    standings.add(new Standing(
                            new CustomerId(UUID.fromString(id)),
                            Optional.of(assignee).filter(text -> !text.isEmpty()),
                            dev.cairn.domain.customer.published.AccountStatus.ACTIVE,
                            stage,
                            false));
                }
            }
            var deleted = org.customer("{\"name\": \"deleted\", \"assignedTo\": \"anna\"}");
            org.as("admin").delete(CUSTOMERS + "/" + deleted).then().statusCode(204);
        }

        @Test
        void the_same_customers_are_visible_to_every_mixture_of_roles() {
            var first = standings.get(0).customer();
            var last = standings.get(standings.size() - 1).customer();
            var owns = List.of(Optional.<CustomerId>empty(), Optional.of(last));
            var grants = List.of(
                    Optional.<Set<CustomerId>>empty(),
                    Optional.of(Set.<CustomerId>of()),
                    Optional.of(Set.of(first)),
                    Optional.of(Set.of(first, last, new CustomerId(new UUID(0, 1)))));
            var roles = List.of(Role.SALES, Role.SME, Role.USER, Role.CUSTOMER, Role.SERVICE, Role.VIEWER);
            for (int mixture = 1; mixture < 1 << roles.size(); mixture++) {
                var carried = EnumSet.noneOf(Role.class);
                for (int i = 0; i < roles.size(); i++) {
                    if ((mixture & 1 << i) != 0) {
                        carried.add(roles.get(i));
                    }
                }
                for (var own : owns) {
                    for (var granted : grants) {
                        agree(new Caller(new Actor(new OrgId(org.name()), "anna"), carried, own, granted));
                    }
                }
            }
        }

        private void agree(Caller caller) {
            var scope = gate.scope(Permission.CUSTOMER_READ, caller);
            var covered = standings.stream()
                    .filter(scope.customers()::covers)
                    .map(Standing::customer)
                    .collect(Collectors.toSet());
            var page = views.list(
                            scope,
                            ALL,
                            new PageRequest<CustomerSort>(PageRequest.MAX_LIMIT, 0, Optional.empty(), List.of()))
                    .await()
                    .atMost(Duration.ofSeconds(10));
            assertThat(page.items())
                    .as(caller.toString())
                    .extracting((CustomerView view) -> view.customer().id())
                    .containsExactlyInAnyOrderElementsOf(covered);
            assertThat(page.total()).hasValue((long) covered.size());
        }
    }

    @Nested
    class ThroughTheApi {
        private final Map<String, String> world = new LinkedHashMap<>();

        private void customer(String name, String stage, String who) {
            var assigned = who.equals("-") ? "" : ", \"assignedTo\": \"" + org.person(who) + "\"";
            world.put(
                    name,
                    org.customer("{\"name\": \"" + name + " & Co\", \"tags\": [\"all\"], \"lifecycleStage\": \"" + stage
                            + "\"" + assigned + "}"));
        }

        @BeforeEach
        void a_world() {
            customer("UserWon", "ACTIVE", "user");
            customer("UserLead", "LEAD", "user");
            customer("SalesWon", "ACTIVE", "sales");
            customer("FreeLead", "LEAD", "-");
            customer("FreeProspect", "PROSPECT", "-");
            customer("FreeWon", "ACTIVE", "-");
            customer("FreeLeft", "INACTIVE", "-");
        }

        private static final String EVERYBODY = "UserWon UserLead SalesWon FreeLead FreeProspect FreeWon FreeLeft";

        @ParameterizedTest(name = "{0} with customer_id {1} and customer_ids {2} sees {3}")
        @CsvSource({
            "admin,   -,       -,                " + EVERYBODY,
            "css,     -,       -,                " + EVERYBODY,
            "support, -,       -,                " + EVERYBODY,
            "viewer,  -,       -,                " + EVERYBODY,
            "viewer,  FreeWon, FreeWon,          " + EVERYBODY,
            "sales,   -,       -,                SalesWon UserLead FreeLead FreeProspect",
            "sales,   FreeWon, FreeWon,          SalesWon UserLead FreeLead FreeProspect",
            "user,    -,       -,                UserWon UserLead",
            "user,    FreeWon, FreeWon,          UserWon UserLead",
            "sme,     -,       -,                ''",
            "sme,     FreeWon, -,                ''",
            "sme,     -,       FreeWon UserLead, FreeWon UserLead",
            "portal,  -,       -,                ''",
            "portal,  -,       FreeWon,          ''",
            "portal,  FreeWon, FreeLeft,         FreeWon",
            "partner, -,       -,                " + EVERYBODY,
            "partner, -,       FreeLeft UserWon, FreeLeft UserWon",
            "partner, FreeWon, FreeLeft,         FreeLeft"
        })
        void the_same_customers_are_read_listed_counted_searched_and_walked(
                String who, String own, String granted, String seen) {
            var claims = Map.of(
                    "customer_id",
                    own.equals("-") ? "" : world.get(own),
                    "customer_ids",
                    granted.equals("-")
                            ? ""
                            : List.of(granted.split(" ")).stream()
                                    .map(world::get)
                                    .collect(Collectors.joining(",")));
            var visible = seen.isEmpty() ? Set.<String>of() : Set.of(seen.split(" "));

            world.forEach((name, id) -> {
                var answer = org.as(who, claims).get(CUSTOMERS + "/" + id);
                if (visible.contains(name)) {
                    answer.then().statusCode(200).body("name", is(name + " & Co"));
                } else {
                    refused(answer, 404, "CUSTOMER_NOT_FOUND");
                }
            });
            var ids = visible.stream().map(world::get).toArray(String[]::new);
            for (var query :
                    List.of("", "?q=%26%20co", "?tag=ALL", "?sort=-name", "?type=BUSINESS&accountStatus=ACTIVE")) {
                org.as(who, claims)
                        .urlEncodingEnabled(false)
                        .get(CUSTOMERS + query)
                        .then()
                        .statusCode(200)
                        .body("items.id", containsInAnyOrder(ids))
                        .body("total", is(ids.length));
            }
            assertThat(walked(who, claims)).containsExactlyInAnyOrder(ids);
        }

        private List<String> walked(String who, Map<String, String> claims) {
            var seen = new ArrayList<String>();
            var cursor = "";
            do {
                var page = org.as(who, claims).get(CUSTOMERS + "?limit=1&sort=name" + cursor);
                seen.addAll(page.then().statusCode(200).extract().path("items.id"));
                String next = page.path("nextCursor");
                cursor = next == null ? "" : "&cursor=" + next;
            } while (!cursor.isEmpty());
            return seen;
        }

        @Test
        void an_odd_id_in_a_token_is_nobodys() {
            org.as("portal", Map.of("customer_id", "x")).get(CUSTOMERS).then().body("total", is(0));
            org.as("partner", Map.of("customer_ids", "x,,{},' or true"))
                    .get(CUSTOMERS)
                    .then()
                    .body("total", is(0));
        }

        @Test
        void another_organisations_token_with_our_ids_sees_nothing() {
            var stranger = Organisation.fresh();
            var claims = Map.of("customer_ids", String.join(",", new HashSet<>(world.values())));
            stranger.as("sme", claims).get(CUSTOMERS).then().body("total", is(0));
            refused(stranger.as("sme", claims).get(CUSTOMERS + "/" + world.get("FreeWon")), 404, "CUSTOMER_NOT_FOUND");
        }

        @Test
        void what_is_handed_to_somebody_else_is_seen_by_them_from_then_on() {
            var id = world.get("UserWon");
            org.as("admin", "{\"name\": \"Handed\", \"assignedTo\": \"" + org.person("sales") + "\"}")
                    .put(CUSTOMERS + "/" + id)
                    .then()
                    .statusCode(200);
            refused(org.as("user").get(CUSTOMERS + "/" + id), 404, "CUSTOMER_NOT_FOUND");
            org.as("sales").get(CUSTOMERS + "/" + id).then().statusCode(200);
        }
    }
}
