package dev.cairn.adapters.rest.shared;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads a body as strict JSON: UTF-8, no duplicate names, nothing behind the document, at most 32 levels deep. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, BodyReader.MERGE_PATCH})
public class BodyReader implements MessageBodyReader<Body> {
    /** The media type of a JSON merge patch. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    /** How many bytes an ordinary body may have. */
    public static final int MAX_BYTES = 1 << 20;

    /** How many bytes a whole document may have. */
    public static final int MAX_BYTES_LARGE = 10 << 20;

    /** How many levels deep a body may be. */
    public static final int MAX_DEPTH = 32;

    private static final String ONCE_READ = BodyReader.class.getName() + ".once-read";

    private static final ObjectMapper STRICT = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .build();

    private final CurrentVertxRequest current;

    BodyReader(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Body.class;
    }

    @Override
    public Body readFrom(
            Class<Body> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream content)
            throws IOException {
        return parse(bytes(content, annotations, current.getCurrent()));
    }

    /** What to do as soon as the request's body is here to its last byte; not done where nobody reads it to its end. */
    public static void onceRead(RoutingContext request, Runnable next) {
        request.put(ONCE_READ, next);
    }

    /**
     * The whole body, kept for the fingerprint of a retry.
     *
     * @throws DomainException PAYLOAD_TOO_LARGE when it has more bytes than its parameter's annotations say
     */
    static byte[] bytes(InputStream content, Annotation[] annotations, RoutingContext request) throws IOException {
        var max = Arrays.stream(annotations).anyMatch(Large.class::isInstance) ? MAX_BYTES_LARGE : MAX_BYTES;
        var bytes = content.readNBytes(max + 1);
        if (bytes.length > max) {
            throw new DomainException(
                    ErrorCode.PAYLOAD_TOO_LARGE, "The body has more than the " + max + " bytes that are taken here.");
        }
        if (request.get(ONCE_READ) instanceof Runnable next) {
            next.run();
        }
        Retries.remember(request, bytes);
        return bytes;
    }

    static Body parse(byte[] bytes) throws IOException {
        try {
            // The parser would guess UTF-16 and UTF-32 by their zero bytes; a text decoded here is UTF-8 or nothing.
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.isBlank()) {
                return new Body(Optional.empty());
            }
            JsonNode tree = STRICT.readTree(text);
            return new Body(Optional.of(tree));
        } catch (CharacterCodingException notUtf8) {
            throw malformed("The body is not UTF-8.");
        } catch (StreamConstraintsException tooDeep) {
            throw malformed("The body is deeper than the " + MAX_DEPTH
                    + " levels that are taken, or holds a number or a name that is longer than any.");
        } catch (JsonProcessingException unreadable) {
            var at = unreadable.getLocation();
            var where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw malformed("The body is not JSON as it is taken here: it cannot be read" + where + ".");
        } catch (NumberFormatException beyond) {
            throw malformed("The body holds a number that no machine can read.");
        }
    }

    private static DomainException malformed(String detail) {
        return new DomainException(ErrorCode.MALFORMED_REQUEST, detail);
    }
}
