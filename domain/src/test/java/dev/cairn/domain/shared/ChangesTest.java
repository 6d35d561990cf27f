package dev.cairn.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangesTest {
    @Test
    void only_what_differs_is_kept() {
        var changes = Changes.compare()
                .field("name", "Acme", "Acme Retail")
                .field("type", "BUSINESS", "BUSINESS")
                .field("tags", List.of("a"), List.of("a", "b"))
                .done();
        assertThat(changes.before()).isEqualTo(Map.of("name", "Acme", "tags", List.of("a")));
        assertThat(changes.after()).isEqualTo(Map.of("name", "Acme Retail", "tags", List.of("a", "b")));
        assertThat(changes.isEmpty()).isFalse();
    }

    @Test
    void a_field_that_is_absent_on_one_side_is_absent_in_its_map() {
        var changes = Changes.compare()
                .field("phone", Optional.empty(), Optional.of("7"))
                .field("email", Optional.of("a@b.example"), Optional.empty())
                .field("source", Optional.empty(), Optional.empty())
                .done();
        assertThat(changes.before()).isEqualTo(Map.of("email", "a@b.example"));
        assertThat(changes.after()).isEqualTo(Map.of("phone", "7"));
    }

    @Test
    void a_field_that_only_came_or_only_went_is_a_change() {
        assertThat(Changes.compare().field("a", Optional.empty(), "x").done().isEmpty())
                .isFalse();
        assertThat(Changes.compare().field("a", "x", Optional.empty()).done().isEmpty())
                .isFalse();
    }

    @Test
    void nothing_that_differs_is_nothing() {
        assertThat(Changes.compare().field("a", 1, 1).done()).isEqualTo(Changes.NONE);
        assertThat(Changes.NONE.isEmpty()).isTrue();
    }

    @Test
    void two_changes_of_different_fields_are_one() {
        var name = Changes.compare().field("name", "A", "B").done();
        var code = Changes.compare().field("code", Optional.empty(), "C-1").done();
        assertThat(name.and(code)).isEqualTo(new Changes(Map.of("name", "A"), Map.of("name", "B", "code", "C-1")));
        assertThat(name.and(Changes.NONE)).isEqualTo(name);
    }

    @Test
    void neither_side_can_be_written_on() {
        var changes = Changes.compare().field("name", "A", "B").done();
        assertThatThrownBy(() -> changes.before().put("x", 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> changes.after().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
