package dev.cairn.adapters.rest.shared;

import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Envelope;
import dev.cairn.application.shared.Gate;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.Precondition;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.application.shared.Renderer;
import dev.cairn.application.shared.Retry;
import dev.cairn.application.shared.Terms;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.Faults;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;

/** The request at hand, as the application wants to know it: who asks, and from where. */
@Singleton
public class Exchange {
    private static final String CALLER = "cairn.caller";
    private static final String TRACE = "cairn.trace";
    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern TRACEPARENT =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}.*");

    private final Gate gate;
    private final CurrentVertxRequest current;
    private final Preconditions preconditions;
    private final Retries retries;

    Exchange(Gate gate, CurrentVertxRequest current, Preconditions preconditions, Retries retries) {
        this.gate = gate;
        this.current = current;
        this.preconditions = preconditions;
        this.retries = retries;
    }

    static void caller(RoutingContext request, Caller caller) {
        request.put(CALLER, caller);
    }

    /** Who sent the request: known from {@link IdentityFilter} on. */
    public static Caller caller(RoutingContext request) {
        Caller caller = request.get(CALLER);
        if (caller == null) {
            throw new IllegalStateException("a request came past the identity filter");
        }
        return caller;
    }

    /** What a command is put into that changes something; the renderer makes the answer of its result. */
    public <R, A> Envelope<R, RestResponse<A>> envelope(Renderer<R, RestResponse<A>> renderer) {
        var request = current.getCurrent();
        var caller = caller(request);
        return new Envelope<>(
                caller,
                origin(request),
                () -> terms(request, faults -> preconditions.of(request, caller, faults)),
                renderer);
    }

    /** The same for a command that brings something new: there is no state of it yet that the caller could mean. */
    public <R, A> Envelope<R, RestResponse<A>> creation(Renderer<R, RestResponse<A>> renderer) {
        var request = current.getCurrent();
        return new Envelope<>(
                caller(request), origin(request), () -> terms(request, faults -> Precondition.NONE), renderer);
    }

    private <A> Terms<RestResponse<A>> terms(RoutingContext request, Function<Faults, Precondition> meant) {
        var faults = new Faults();
        var precondition = meant.apply(faults);
        Optional<Retry<RestResponse<A>>> retry = retries.of(request, faults);
        faults.orThrow();
        return new Terms<>(precondition, retry);
    }

    /** Who asks. */
    public Actor actor() {
        return caller(current.getCurrent()).actor();
    }

    /** Demands the right as such, before work on what was sent that comes before the command; FORBIDDEN without it. */
    public void demand(Permission permission) {
        gate.demand(permission, caller(current.getCurrent()));
    }

    /** Leave to read under a permission. */
    public ReadScope scope(Permission permission) {
        return gate.scope(permission, caller(current.getCurrent()));
    }

    private static Origin origin(RoutingContext request) {
        var address = request.request().remoteAddress();
        return new Origin(traceId(request), address == null ? "" : String.valueOf(address.hostAddress()));
    }

    /** Says which trace the request belongs to, where somebody records one; he has taken up the caller's own. */
    public static void trace(RoutingContext request, String trace) {
        request.put(TRACE, trace);
    }

    /** The trace that the request belongs to: the caller's own by {@code traceparent}, or a new one. */
    public static String traceId(RoutingContext request) {
        String known = request.get(TRACE);
        if (known != null) {
            return known;
        }
        var parent = TRACEPARENT.matcher(String.valueOf(request.request().getHeader("traceparent")));
        var trace = parent.matches() ? parent.group(1) : freshTrace();
        request.put(TRACE, trace);
        return trace;
    }

    /** Sixteen random bytes, not all of them zero. Nobody has to be kept from guessing them. */
    private static String freshTrace() {
        var random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong() | 1);
    }
}
