package dev.cairn.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {
    private enum Key {
        NAME
    }

    @Test
    void of_something_else_is_the_same_page() {
        var page = new Page<>(List.of(1, 2), Optional.of(7L), Optional.of("next"));
        assertThat(page.map(String::valueOf))
                .isEqualTo(new Page<>(List.of("1", "2"), Optional.of(7L), Optional.of("next")));
    }

    @Test
    void does_not_change_behind_its_readers_back() {
        var items = new ArrayList<>(List.of(1));
        var sort = new ArrayList<>(List.of(new Sort<>(Key.NAME, true)));
        var page = new Page<>(items, Optional.empty(), Optional.empty());
        var request = new PageRequest<>(PageRequest.DEFAULT_LIMIT, 0, Optional.empty(), sort);
        items.clear();
        sort.clear();
        assertThat(page.items()).containsExactly(1);
        assertThat(request.sort()).containsExactly(new Sort<>(Key.NAME, true));
    }

    @Test
    void a_retry_key_is_key_and_fingerprint() {
        assertThat(new RetryKey("k", "f")).isEqualTo(new RetryKey("k", "f")).isNotEqualTo(new RetryKey("k", "g"));
    }
}
