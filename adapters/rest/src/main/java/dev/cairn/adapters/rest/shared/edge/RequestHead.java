package dev.cairn.adapters.rest.shared.edge;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Refuses a request whose target cannot be read or whose head is too long. It has to come before the token is looked at:
 * the platform cannot even route a target that is no URI, and would answer with nothing in it.
 */
@Singleton
public class RequestHead {
    /** Bytes of a path, as it stands on the wire. */
    static final int MAX_PATH = 4_096;

    /** How many bytes a query may have, as it stands on the wire. */
    public static final int MAX_QUERY = 8 << 10;

    /** How many bytes the names and values of all headers may have together. */
    public static final int MAX_HEADERS = 16 << 10;

    private final EarlyRefusal refusal;

    RequestHead(EarlyRefusal refusal) {
        this.refusal = refusal;
    }

    void watch(@Observes Filters filters) {
        filters.register(this::look, Order.REQUEST_HEAD);
    }

    void look(RoutingContext request) {
        fault(request.request())
                .ifPresentOrElse(
                        detail -> refusal.answer(request, new DomainException(ErrorCode.MALFORMED_REQUEST, detail)),
                        request::next);
    }

    private static Optional<String> fault(HttpServerRequest request) {
        var path = request.path();
        if (path != null && path.length() > MAX_PATH) {
            return Optional.of("The path has more than the " + MAX_PATH + " bytes that are taken.");
        }
        var query = request.query();
        if (query != null && query.length() > MAX_QUERY) {
            return Optional.of("The query has more than the " + MAX_QUERY + " bytes that are taken.");
        }
        var headers = 0;
        for (var header : request.headers()) {
            headers += header.getKey().length() + header.getValue().length();
        }
        if (headers > MAX_HEADERS) {
            return Optional.of("The headers have more than the " + MAX_HEADERS + " bytes that are taken.");
        }
        return isReadable(request.uri())
                ? Optional.empty()
                : Optional.of("The path or the query is no URI: escape as UTF-8, with % and two hexadecimal digits.");
    }

    static boolean isReadable(String target) {
        if (target.equals("*")) {
            return true; // OPTIONS of the server as a whole
        }
        try {
            return !new URI(target).isOpaque() && isUtf8(target);
        } catch (URISyntaxException none) {
            return false;
        }
    }

    /** Whether the escapes are those of a text: neither cut off, nor longer than need be. */
    private static boolean isUtf8(String target) {
        if (target.indexOf('%') < 0) {
            return true;
        }
        var bytes = new ByteArrayOutputStream(target.length());
        for (int i = 0; i < target.length(); i++) {
            if (target.charAt(i) == '%') {
                // The URI was read before: two digits follow.
                bytes.write(Integer.parseInt(target, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(target.charAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }
}
