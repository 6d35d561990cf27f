package dev.cairn.adapters.rest.shared;

import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Precondition;
import dev.cairn.domain.shared.Fault;
import dev.cairn.domain.shared.Faults;
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

    /** What the request says; faults of its headers are added to the others. */
    Precondition of(RoutingContext request, Caller caller, Faults faults) {
        var headers = request.request().headers();
        if (headers.contains(HttpHeaders.IF_NONE_MATCH)) {
            faults.add("/" + HttpHeaders.IF_NONE_MATCH, Fault.Code.UNKNOWN, "is for reading; a change takes If-Match");
        }
        return TagList.of(headers.getAll(HttpHeaders.IF_MATCH))
                .map(tags -> of(tags, faults))
                .orElseGet(() -> demands(caller) ? Precondition.MISSING : Precondition.NONE);
    }

    private static Precondition of(TagList tags, Faults faults) {
        if (tags.isUnreadable()) {
            faults.add("/" + HttpHeaders.IF_MATCH, Fault.Code.FORMAT, "* or entity tags in double quotes");
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
