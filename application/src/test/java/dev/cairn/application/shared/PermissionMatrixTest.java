package dev.cairn.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.OrgId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionMatrixTest {
    private static final Map<String, Reach> WORDS = Map.of(
            "–", Reach.NONE,
            "all", Reach.ALL,
            "assigned", Reach.ASSIGNED,
            "pipeline", Reach.ASSIGNED_AND_PIPELINE,
            "granted", Reach.GRANTED,
            "own", Reach.OWN,
            "scoped", Reach.SCOPED);

    private static final Actor ANNA = new Actor(new OrgId("northwind"), "anna");
    private static final CustomerId FIRST = new CustomerId(new UUID(0, 1));
    private static final CustomerId SECOND = new CustomerId(new UUID(0, 2));

    private final PermissionMatrix matrix = new PermissionMatrix(EnumSet.of(Role.ADMIN, Role.CSS, Role.SALES));

    static Stream<Arguments> agreed() {
        return Stream.of(Permission.values())
                .flatMap(right -> Stream.of(Role.values())
                        .map(role -> Arguments.of(right, role, WORDS.get(AgreedRights.word(right, role)))));
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @MethodSource("agreed")
    void every_cell_is_as_agreed(Permission permission, Role role, Reach reach) {
        assertThat(matrix.cell(permission, role)).isEqualTo(reach);
    }

    @Test
    void no_right_is_left_out_of_the_agreement_and_none_is_more_than_agreed() {
        assertThat(AgreedRights.rights())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Permission.values()).map(Enum::name).toList());
    }

    @Test
    void who_may_create_customers_is_a_setting() {
        var narrow = new PermissionMatrix(EnumSet.of(Role.ADMIN));
        assertThat(narrow.cell(Permission.CUSTOMER_CREATE, Role.ADMIN)).isEqualTo(Reach.ALL);
        assertThat(narrow.cell(Permission.CUSTOMER_CREATE, Role.SALES)).isEqualTo(Reach.NONE);
        var wide = new PermissionMatrix(EnumSet.allOf(Role.class));
        assertThat(wide.cell(Permission.CUSTOMER_CREATE, Role.CUSTOMER)).isEqualTo(Reach.ALL);
    }

    @Test
    void roles_add_up() {
        var both = new Caller(ANNA, Set.of(Role.USER, Role.SME), Optional.empty(), Optional.of(Set.of(FIRST)));
        assertThat(matrix.grants(Permission.CATALOG_WRITE, both)).isTrue();
        assertThat(matrix.grants(Permission.TASK_STATUS, both)).isTrue();
        assertThat(matrix.grants(Permission.CUSTOMER_DELETE, both)).isFalse();
        assertThat(matrix.scope(Permission.CUSTOMER_READ, both))
                .isEqualTo(new RowScope(false, false, Optional.of("anna"), Set.of(FIRST)));
    }

    @ParameterizedTest
    @EnumSource
    void nobody_without_a_role_has_any_right(Permission permission) {
        assertThat(matrix.grants(permission, Caller.of(ANNA))).isFalse();
        assertThat(matrix.scope(permission, Caller.of(ANNA))).isEqualTo(RowScope.NOTHING);
    }

    static Stream<Arguments> reaches() {
        var nobody = RowScope.NOTHING;
        var all = RowScope.EVERYTHING;
        var mine = new RowScope(false, false, Optional.of("anna"), Set.of());
        var pipeline = new RowScope(false, true, Optional.of("anna"), Set.of());
        var first = RowScope.listed(Set.of(FIRST));
        var second = RowScope.listed(Set.of(SECOND));
        return Stream.of(
                Arguments.of(Reach.NONE, nobody, nobody, nobody),
                Arguments.of(Reach.ALL, all, all, all),
                Arguments.of(Reach.ASSIGNED, mine, mine, mine),
                Arguments.of(Reach.ASSIGNED_AND_PIPELINE, pipeline, pipeline, pipeline),
                Arguments.of(Reach.GRANTED, nobody, nobody, second),
                Arguments.of(Reach.OWN, nobody, first, nobody),
                Arguments.of(Reach.SCOPED, all, all, second));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reaches")
    void a_word_of_the_table_means(Reach reach, RowScope bare, RowScope ofAPortal, RowScope ofAPartner) {
        assertThat(reach.of(Caller.of(ANNA))).isEqualTo(bare);
        assertThat(reach.of(new Caller(ANNA, Set.of(), Optional.of(FIRST), Optional.empty())))
                .isEqualTo(ofAPortal);
        assertThat(reach.of(new Caller(ANNA, Set.of(), Optional.empty(), Optional.of(Set.of(SECOND)))))
                .isEqualTo(ofAPartner);
    }

    @Test
    void a_token_that_lists_no_customer_is_limited_to_none() {
        var nobody = new Caller(ANNA, Set.of(), Optional.empty(), Optional.of(Set.of()));
        assertThat(Reach.SCOPED.of(nobody)).isEqualTo(RowScope.NOTHING);
        assertThat(Reach.GRANTED.of(nobody)).isEqualTo(RowScope.NOTHING);
    }
}
