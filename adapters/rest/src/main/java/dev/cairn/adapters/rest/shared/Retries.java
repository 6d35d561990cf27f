package dev.cairn.adapters.rest.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.application.shared.KeptAnswer;
import dev.cairn.application.shared.Retry;
import dev.cairn.application.shared.RetryKey;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;

/** Reads {@code Idempotency-Key}, and knows how an answer is kept and given again. */
@Singleton
public class Retries {
    /** The header that names the request. */
    public static final String KEY = "Idempotency-Key";

    /** Says that an answer was given before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    /** The longest key. */
    public static final int MAX_KEY = 255;

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E]{1," + MAX_KEY + "}");
    private static final String RAW_BODY = "cairn.body";
    private static final byte[] NO_BODY = {};
    private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE.withCharset(StandardCharsets.UTF_8.name());

    private final ObjectMapper json;

    Retries(ObjectMapper json) {
        this.json = json;
    }

    /** Keeps the body as it came for the fingerprint, where one will be asked for. */
    static void remember(RoutingContext request, byte[] body) {
        if (request.request().headers().contains(KEY)) {
            request.put(RAW_BODY, body);
        }
    }

    /**
     * How a repetition of the request is recognised and answered; nothing when it carries no key or is no POST. A key that is
     * none is added to the faults.
     */
    <A> Optional<Retry<RestResponse<A>>> of(RoutingContext request, Faults faults) {
        var http = request.request();
        var keys = http.headers().getAll(KEY);
        if (keys.isEmpty() || !http.method().equals(HttpMethod.POST)) {
            return Optional.empty();
        }
        var key = keys.get(0);
        if (keys.size() > 1 || !VISIBLE.matcher(key).matches()) {
            faults.add("/" + KEY, Fault.Code.FORMAT, "one key of 1 to " + MAX_KEY + " visible characters");
        }
        return Optional.of(new Retry<>(new RetryKey(key, fingerprint(request)), this::keep, Retries::replay));
    }

    private static String fingerprint(RoutingContext request) {
        var digest = EntityTag.sha256();
        digest.update(
                (request.request().method() + " " + request.request().uri() + "\n").getBytes(StandardCharsets.UTF_8));
        byte[] body = request.get(RAW_BODY);
        return HexFormat.of().formatHex(digest.digest(body == null ? NO_BODY : body));
    }

    private KeptAnswer keep(RestResponse<?> answer) {
        var headers = new HashMap<String, String>();
        answer.getHeaders().forEach((name, values) -> headers.put(name, String.valueOf(values.get(0))));
        if (answer.getEntity() instanceof Tagged resource) {
            headers.put(HttpHeaders.ETAG, resource.etag().value());
        }
        return new KeptAnswer(
                answer.getStatus(),
                headers,
                Optional.ofNullable(answer.getEntity()).map(this::text));
    }

    private String text(Object entity) {
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A body that is a text goes over the wire as it is. */
    @SuppressWarnings("unchecked") // what is written is the text of an A
    private static <A> RestResponse<A> replay(KeptAnswer kept) {
        var answer = RestResponse.ResponseBuilder.<Object>create(kept.status());
        kept.headers().forEach(answer::header);
        kept.body().ifPresent(body -> answer.type(JSON).entity(body));
        return (RestResponse<A>) answer.header(REPLAYED, "true").build();
    }
}
