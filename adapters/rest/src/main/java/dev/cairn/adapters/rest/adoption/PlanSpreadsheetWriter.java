package dev.cairn.adapters.rest.adoption;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Sends a file as it is, without waiting: it is whole already. */
@Provider
public class PlanSpreadsheetWriter implements ServerMessageBodyWriter<PlanSpreadsheet> {
    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return type == PlanSpreadsheet.class;
    }

    @Override
    public void writeResponse(PlanSpreadsheet file, Type generic, ServerRequestContext context) {
        context.serverResponse().end(file.bytes());
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == PlanSpreadsheet.class;
    }

    @Override
    public void writeTo(
            PlanSpreadsheet file,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(file.bytes());
    }
}
