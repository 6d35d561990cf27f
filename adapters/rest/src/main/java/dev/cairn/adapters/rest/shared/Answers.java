package dev.cairn.adapters.rest.shared;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/** The shapes of answers that all resources share. */
public final class Answers {
    private Answers() {}

    /** 200 with the resource. */
    public static <T> RestResponse<T> ok(T entity) {
        return RestResponse.ok(entity);
    }

    /** 201 with the resource and where it is from now on. */
    public static <T> RestResponse<T> created(String path, T entity) {
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.CREATED)
                .header(HttpHeaders.LOCATION, path)
                .entity(entity)
                .build();
    }

    /** 202 with what the work is called, and where to see how far it is. */
    public static <T> RestResponse<T> accepted(String path, T entity) {
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.ACCEPTED)
                .header(HttpHeaders.LOCATION, path)
                .entity(entity)
                .build();
    }

    /** 204: it is gone. */
    public static RestResponse<Void> gone() {
        return RestResponse.noContent();
    }
}
