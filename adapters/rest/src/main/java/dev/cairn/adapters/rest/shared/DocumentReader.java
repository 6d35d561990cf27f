package dev.cairn.adapters.rest.shared;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads a body that is no JSON: its bounds and its fingerprint are those of every body. */
@Provider
public class DocumentReader implements MessageBodyReader<Document> {
    private final CurrentVertxRequest current;

    DocumentReader(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Document.class;
    }

    @Override
    public Document readFrom(
            Class<Document> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream content)
            throws IOException {
        return new Document(mediaType, BodyReader.bytes(content, annotations, current.getCurrent()));
    }
}
