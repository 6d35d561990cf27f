package dev.cairn.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class JsonObjectTest {
    @Test
    void members_in_another_order_are_the_same_object() {
        var one = new LinkedHashMap<String, Object>();
        one.put("a", 1);
        one.put("b", true);
        var other = new LinkedHashMap<String, Object>();
        other.put("b", true);
        other.put("a", 1);
        assertThat(new JsonObject(one)).isEqualTo(new JsonObject(other)).hasSameHashCodeAs(new JsonObject(other));
    }

    @Test
    void items_in_another_order_are_another_list() {
        assertThat(new JsonObject(Map.of("l", List.of(1, 2)))).isNotEqualTo(new JsonObject(Map.of("l", List.of(2, 1))));
    }

    @Test
    void numbers_are_equal_when_their_values_are_however_deep_they_stand() {
        var whole = new JsonObject(Map.of("n", 100, "in", Map.of("list", List.of(5L, 0))));
        var decimal = new JsonObject(Map.of(
                "n",
                new BigDecimal("1.00E+2"),
                "in",
                Map.of("list", List.of(new BigDecimal("5.0"), new BigDecimal("0E+7")))));
        assertThat(whole).isEqualTo(decimal).hasSameHashCodeAs(decimal);
        assertThat(new JsonObject(Map.of("n", BigInteger.TEN))).isEqualTo(new JsonObject(Map.of("n", 10.0)));
        assertThat(new JsonObject(Map.of("n", 1))).isNotEqualTo(new JsonObject(Map.of("n", "1")));
    }

    @Test
    void a_null_is_a_value_and_not_an_absence() {
        var members = new HashMap<String, Object>();
        members.put("a", null);
        assertThat(new JsonObject(members).members()).containsEntry("a", null);
        assertThat(new JsonObject(members)).isNotEqualTo(new JsonObject(Map.of()));
    }

    @Test
    void nobody_can_write_on_it_however_deep() {
        var list = new ArrayList<Object>(List.of("x"));
        var inner = new HashMap<String, Object>(Map.of("list", list));
        var object = new JsonObject(new HashMap<>(Map.of("inner", inner, "texts", list)));
        list.add("y");
        inner.clear();
        assertThat(object.members()).containsEntry("inner", Map.of("list", List.of("x")));
        assertThatThrownBy(() -> object.members().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((List<?>) object.members().get("texts")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) object.members().get("inner")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Property
    void copying_changes_nothing(
            @ForAll @Size(max = 5) Map<@StringLength(max = 5) String, @Size(max = 5) List<Integer>> members) {
        var object = new JsonObject(new HashMap<String, Object>(members));
        assertThat(new JsonObject(object.members())).isEqualTo(object);
        assertThat(object.members().keySet()).isEqualTo(members.keySet());
    }
}
