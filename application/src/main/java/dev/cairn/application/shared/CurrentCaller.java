package dev.cairn.application.shared;

import io.smallrye.mutiny.Uni;

/** Knows who sent the request at hand. */
public interface CurrentCaller {
    /**
     * The caller of a verified token. Fails with UNAUTHENTICATED without one, FORBIDDEN when the token names no
     * organisation, UNAVAILABLE when tokens cannot be verified because the provider is away.
     */
    Uni<Caller> get();
}
