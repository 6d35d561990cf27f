package dev.cairn.benchmarks.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerParserTest {
    private static final String PLAIN =
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nContent-Length: 11\r\nEtag: \"1\"\r\n\r\n{\"id\": 1234";
    private static final String CHUNKED =
            "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n4;x=y\r\nWiki\r\nA\r\npedia in\r\n\r\n0\r\nTrailer: 1\r\n\r\n";

    private final AnswerParser parser = new AnswerParser();

    @BeforeEach
    void forget() {
        parser.reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 19, 1000})
    void an_answer_with_a_length_ends_where_it_says_however_it_comes_in(int piece) {
        assertThat(taken(PLAIN, piece)).isEqualTo(PLAIN.length());
        assertThat(parser.status()).isEqualTo(200);
        assertThat(parser.body()).isEqualTo("{\"id\": 1234");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 19, 1000})
    void an_answer_in_chunks_ends_behind_its_trailer(int piece) {
        assertThat(taken(CHUNKED, piece)).isEqualTo(CHUNKED.length());
        assertThat(parser.status()).isEqualTo(201);
        assertThat(parser.body()).isEqualTo("Wikipedia in\r\n");
    }

    /** How many bytes it took until the answer was complete. */
    private int taken(String answer, int piece) {
        var bytes = answer.getBytes(ISO_8859_1);
        for (int from = 0; from < bytes.length; from += piece) {
            int to = Math.min(bytes.length, from + piece);
            if (parser.accept(bytes, from, to)) {
                return to;
            }
        }
        return -1;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n"})
    void some_answers_have_no_body_whatever_they_say(String answer) {
        assertThat(taken(answer, 1)).isEqualTo(answer.length());
    }

    @Test
    void an_answer_before_the_answer_is_passed_over() {
        assertThat(taken("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 5))
                .isPositive();
        assertThat(parser.status()).isEqualTo(200);
    }

    @Test
    void it_knows_whether_the_client_is_told_to_come_back() {
        taken("HTTP/1.1 503 Service Unavailable\r\nretry-After: 2\r\nContent-Length: 0\r\n\r\n", 4);
        assertThat(parser.hasRetryAfter()).isTrue();

        parser.reset();
        taken("HTTP/1.1 503 Service Unavailable\r\nRetry-Afterwards: 2\r\nContent-Length: 0\r\n\r\n", 4);
        assertThat(parser.hasRetryAfter()).isFalse();
    }

    @Test
    void of_a_long_body_the_beginning_is_kept() {
        var body = "x".repeat(5_000);
        assertThat(taken("HTTP/1.1 500 Oh\r\nContent-Length: 5000\r\n\r\n" + body, 999))
                .isPositive();
        assertThat(parser.body()).hasSize(2_048).containsOnlyOnce("x".repeat(2_048));
    }

    @Test
    void bytes_that_nobody_asked_for_are_a_mistake() {
        var two = (PLAIN + "HTTP/1.1").getBytes(ISO_8859_1);

        assertThatThrownBy(() -> parser.accept(two, 0, two.length)).hasMessageContaining("behind the end");
    }

    @Test
    void what_is_no_answer_is_told() {
        var other = "SSH-2.0-OpenSSH\r\n".getBytes(ISO_8859_1);

        assertThatThrownBy(() -> parser.accept(other, 0, other.length)).hasMessageContaining("SSH-2.0");
    }
}
