package dev.cairn.adapters.rest.shared;

import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Precondition;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads {@code If-Match}: which state of a resource the caller means to change. */
@Singleton
public class Preconditions {
    /** Stands for every organisation. */
    private static final String EVERYBODY = "*";

    private final Set<String> strict;

    Preconditions(@ConfigProperty(name = "cairn.if-match.required-of") Optional<Set<String>> strict) {
        this.strict = strict.orElse(Set.of());
    }

    Precondition of(RoutingContext request, Caller caller) {
        return TagList.of(request.request().headers().getAll(HttpHeaders.IF_MATCH))
                .map(Preconditions::of)
                .orElseGet(() -> demands(caller) ? Precondition.MISSING : Precondition.NONE);
    }

    private static Precondition of(TagList tags) {
        if (tags.isUnreadable()) {
            throw new DomainException(
                    ErrorCode.VALIDATION_ERROR,
                    "The request has faults.",
                    new Fault("/" + HttpHeaders.IF_MATCH, Fault.Code.FORMAT, "* or entity tags in double quotes"));
        }
        // A weak tag names no version: it promises too little for a change to stand on.
        return tags.isAny()
                ? Precondition.NONE
                : Precondition.oneOf(tags.tags().stream()
                        .map(EntityTag::version)
                        .filter(OptionalLong::isPresent)
                        .map(OptionalLong::getAsLong)
                        .collect(Collectors.toSet()));
    }

    private boolean demands(Caller caller) {
        return strict.contains(EVERYBODY)
                || strict.contains(caller.actor().org().value());
    }
}
