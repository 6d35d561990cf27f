package dev.cairn.adapters.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {
    private static final MediaType CSV = MediaType.valueOf("text/csv;charset=utf-8");

    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    private final Map<Object, Object> kept = new HashMap<>();

    @Test
    void it_brings_the_bytes_as_they_came_and_what_they_are_said_to_be() throws Exception {
        var document = read(new byte[] {0, -1, 'P', 'K'}, false);

        assertThat(document.bytes()).containsExactly(0, -1, 'P', 'K');
        assertThat(document.is("text/csv")).isTrue();
        assertThat(document.is("application/json")).isFalse();
    }

    @Test
    void it_has_the_bounds_of_every_body() throws Exception {
        assertThat(read(new byte[BodyReader.MAX_BYTES], false).bytes()).hasSize(BodyReader.MAX_BYTES);
        tooLarge(BodyReader.MAX_BYTES + 1, false);
        assertThat(read(new byte[BodyReader.MAX_BYTES_LARGE], true).bytes()).hasSize(BodyReader.MAX_BYTES_LARGE);
        tooLarge(BodyReader.MAX_BYTES_LARGE + 1, true);
    }

    @Test
    void it_is_kept_for_the_fingerprint_of_a_retry_where_there_is_a_key() throws Exception {
        read(new byte[] {1}, false);
        assertThat(kept).isEmpty();

        headers.add(Retries.KEY, "k");
        read(new byte[] {1, 2}, false);
        assertThat(kept.values()).containsExactly(new byte[] {1, 2});
    }

    private void tooLarge(int length, boolean large) {
        assertThatThrownBy(() -> read(new byte[length], large))
                .isInstanceOfSatisfying(
                        DomainException.class, no -> assertThat(no.code()).isEqualTo(ErrorCode.PAYLOAD_TOO_LARGE));
    }

    private Document read(byte[] bytes, boolean large) throws Exception {
        var annotations = large
                ? DocumentReaderTest.class.getDeclaredMethod("operation", Document.class)
                        .getParameterAnnotations()[0]
                : new Annotation[0];
        return new DocumentReader(current())
                .readFrom(
                        Document.class,
                        Document.class,
                        annotations,
                        CSV,
                        new MultivaluedHashMap<>(),
                        new ByteArrayInputStream(bytes));
    }

    @SuppressWarnings("unused") // its parameter is what an operation's looks like
    private static void operation(@Large Document document) throws IOException {
        throw new IOException();
    }

    private CurrentVertxRequest current() {
        var http = (HttpServerRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, method, args) -> headers);
        var context = (RoutingContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RoutingContext.class}, (proxy, method, args) -> {
                    if (method.getName().equals("put")) {
                        kept.put(args[0], args[1]);
                        return proxy;
                    }
                    return http;
                });
        var current = new CurrentVertxRequest();
        current.setCurrent(context);
        return current;
    }
}
