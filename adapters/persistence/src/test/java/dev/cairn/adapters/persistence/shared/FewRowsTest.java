package dev.cairn.adapters.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements that take their rows as arrays, with few rows. */
class FewRowsTest {
    private static final String SQL =
            "insert into t (org, id, n, at) select $1, r.id, r.n, $4 from unnest($2::uuid[], $3::int[])"
                    + " as r(id, n) where r.id <> $5";

    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);

    private static Statement spread(Statement statement) {
        return FewRows.spread(List.of(statement)).get(0);
    }

    @Test
    void a_row_is_written_as_a_row() {
        var few = spread(new Statement(SQL, new Object[] {"o", new UUID[] {FIRST}, new Integer[] {7}, "now", SECOND}));

        assertThat(few.sql())
                .isEqualTo("insert into t (org, id, n, at) select $1, r.id, r.n, $2 from (values ($3::uuid, $4::int))"
                        + " as r(id, n) where r.id <> $5");
        assertThat(few.arguments()).containsExactly("o", "now", FIRST, 7, SECOND);
    }

    @Test
    void rows_keep_their_order_and_what_is_absent_stays_absent() {
        var few = spread(new Statement(
                "update t set n = r.n from unnest($1::uuid[], $2::int[]) as r(id, n) where t.id = r.id",
                new Object[] {new UUID[] {FIRST, SECOND}, new Integer[] {null, 8}}));

        assertThat(few.sql())
                .isEqualTo("update t set n = r.n from (values ($1::uuid, $2::int), ($3::uuid, $4::int)) as r(id, n)"
                        + " where t.id = r.id");
        assertThat(few.arguments()).containsExactly(FIRST, null, SECOND, 8);
    }

    @Test
    void numbered_rows_are_numbered_from_one() {
        var few = spread(new Statement(
                "insert into t select r.a from unnest($1::text[]) with ordinality as r(a, n) order by r.n",
                new Object[] {new String[] {"x", "y"}}));

        assertThat(few.sql())
                .isEqualTo(
                        "insert into t select r.a from (values ($1::text, 1), ($2::text, 2)) as r(a, n) order by r.n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, FewRows.MOST + 1, 1_000})
    void many_rows_and_none_stay_arrays(int rows) {
        var statement = new Statement(SQL, new Object[] {
            "o",
            IntStream.range(0, rows).mapToObj(i -> FIRST).toArray(UUID[]::new),
            IntStream.range(0, rows).boxed().toArray(Integer[]::new),
            "now",
            SECOND
        });

        assertThat(spread(statement)).isSameAs(statement);
    }

    @Test
    void beside_one_that_has_many_rows_all_stay_arrays() {
        var few = new Statement(
                "insert into t select r.a from unnest($1::uuid[]) as r(a)", new Object[] {new UUID[] {FIRST}});
        var many = new Statement(few.sql(), new Object[] {new UUID[] {FIRST, SECOND, FIRST}});
        var none = new Statement("select 1", new Object[0]);

        assertThat(FewRows.spread(List.of(few, none, many))).containsExactly(few, none, many);
        assertThat(FewRows.spread(List.of(few, none))).doesNotContain(few).contains(none);
    }

    @Test
    void an_array_whose_type_is_not_one_word_is_not_lost() {
        var odd = new Statement(
                "insert into t select r.a from unnest($1::uuid[], $2::double precision[]) as r(a, b)",
                new Object[] {new UUID[] {FIRST}, new Double[] {1.0}});

        assertThatThrownBy(() -> spread(odd)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_has_no_rows_stays_as_it_is() {
        var statement = new Statement("delete from t where id = any ($1)", new Object[] {new UUID[] {FIRST}});

        assertThat(spread(statement)).isSameAs(statement);
    }
}
