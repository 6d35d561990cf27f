package dev.cairn.adapters.oidc;

import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.CurrentCaller;
import dev.cairn.application.shared.Role;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.OrgId;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/** Reads the caller from the token of the request, once {@code quarkus-oidc} has verified it. */
@Singleton
class TokenCaller implements CurrentCaller {
    /** Between two looks for a key that is on its way, in milliseconds; and how often it is looked for. */
    private static final int MOMENT = 100;

    private static final int LOOKS = 5;

    private final CurrentIdentityAssociation identities;
    private final CurrentVertxRequest requests;
    /** Made at its first use: this class is there before the platform's configuration is, which that one reads. */
    private final Instance<HttpAuthenticator> authenticator;

    private final ProviderWatch provider;
    private final VerifiedCallers verified;
    private final String orgClaim;
    private final String customerClaim;
    private final String customersClaim;

    TokenCaller(
            CurrentIdentityAssociation identities,
            CurrentVertxRequest requests,
            Instance<HttpAuthenticator> authenticator,
            ProviderWatch provider,
            VerifiedCallers verified,
            @ConfigProperty(name = "cairn.identity.org-claim") String orgClaim,
            @ConfigProperty(name = "cairn.identity.customer-claim") String customerClaim,
            @ConfigProperty(name = "cairn.identity.customers-claim") String customersClaim) {
        this.identities = identities;
        this.requests = requests;
        this.authenticator = authenticator;
        this.provider = provider;
        this.verified = verified;
        this.orgClaim = orgClaim;
        this.customerClaim = customerClaim;
        this.customersClaim = customersClaim;
    }

    @Override
    public Uni<Caller> get() {
        var request = requests.getCurrent();
        var headers = request.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        // Several are the platform's to judge.
        var header = headers.size() == 1 ? Optional.of(headers.get(0)) : Optional.<String>empty();
        return header.flatMap(verified::of)
                .map(caller -> Uni.createFrom().item(caller))
                .orElseGet(() -> verified(request, header));
    }

    private Uni<Caller> verified(RoutingContext request, Optional<String> header) {
        return settled(identities.getDeferredIdentity(), request, LOOKS)
                // What the platform has to say to a token of nothing but dots.
                .onFailure(NoSuchElementException.class)
                .transform(dots -> new AuthenticationFailedException())
                .map(identity -> {
                    var caller = caller(identity);
                    header.ifPresent(sent -> remember(sent, caller, identity));
                    return caller;
                })
                .onFailure(this::isProviderAway)
                .transform(away -> new DomainException(
                        ErrorCode.UNAVAILABLE, "Tokens cannot be verified just now; try again shortly."))
                .onFailure(AuthenticationFailedException.class)
                .transform(bad -> unauthenticated());
    }

    /** While keys are on their way, the ones that vouched for the caller may be gone before anybody asks again. */
    private void remember(String header, Caller caller, SecurityIdentity identity) {
        if (!provider.isNewsUnderWay() && identity.getPrincipal() instanceof JsonWebToken token) {
            verified.remember(header, caller, Instant.ofEpochSecond(token.getExpirationTime()));
        }
    }

    /**
     * Looks again for a key that was unknown while the provider was being asked for its keys. When it has taken a new one, many
     * requests bring the new key at once: the first makes the service ask, and the others must not be nobody meanwhile.
     */
    private Uni<SecurityIdentity> settled(Uni<SecurityIdentity> identity, RoutingContext request, int looks) {
        return identity.onFailure(failure ->
                        looks > 0 && has(failure, UnresolvableKeyException.class) && provider.isNewsUnderWay())
                .recoverWithUni(unknown -> aMomentLater(request)
                        .chain(() -> settled(authenticator.get().attemptAuthentication(request), request, looks - 1)));
    }

    /** By a timer of Vert.x, so that the request goes on where it was. */
    private static Uni<Long> aMomentLater(RoutingContext request) {
        return Uni.createFrom().emitter(later -> request.vertx().setTimer(MOMENT, later::complete));
    }

    /**
     * Whether it is for want of the provider that a token cannot be judged: there are no keys yet, or none of that id while the
     * provider does not say whether there are newer ones. Whatever can be judged without it is judged.
     */
    private boolean isProviderAway(Throwable failure) {
        if (has(failure, OIDCException.class)) {
            return true;
        }
        return provider.isProviderSilent()
                && !(failure instanceof DomainException)
                && (has(failure, UnresolvableKeyException.class) || !isJudged(failure));
    }

    /** The token was read and found wanting; or it is none that could be read at all, which comes without a cause. */
    private static boolean isJudged(Throwable failure) {
        return has(failure, InvalidJwtException.class)
                || failure instanceof AuthenticationFailedException && failure.getCause() == null;
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private Caller caller(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw unauthenticated();
        }
        var org = text(claim(token, orgClaim)).filter(OrgId::isValid).map(OrgId::new);
        var subject = Optional.ofNullable(token.getSubject()).filter(TokenCaller::isName);
        if (org.isEmpty() || subject.isEmpty()) {
            throw new DomainException(ErrorCode.FORBIDDEN, "The token names no organisation, or nobody in it.");
        }
        return new Caller(
                new Actor(org.get(), subject.get()),
                roles(identity),
                text(claim(token, customerClaim)).map(TokenCaller::customer),
                texts(claim(token, customersClaim)).map(TokenCaller::customers),
                client(token).orElse(subject.get()));
    }

    /** The program that the token was made for, by the two names that providers give it. */
    private static Optional<String> client(JsonWebToken token) {
        return text(token.getClaim("azp"))
                .or(() -> text(token.getClaim("client_id")))
                .filter(TokenCaller::isName);
    }

    private static boolean isName(String subject) {
        return !subject.isBlank()
                && subject.length() <= Actor.MAX
                && subject.chars().noneMatch(Character::isISOControl);
    }

    /** A claim by its name or, when there is none of that name, by a path of names with slashes between. */
    private static @Nullable Object claim(JsonWebToken token, String path) {
        Object claim = token.getClaim(path);
        if (claim == null && path.contains("/")) {
            var names = path.split("/");
            claim = token.getClaim(names[0]);
            for (int i = 1; i < names.length; i++) {
                claim = claim instanceof JsonObject object ? object.get(names[i]) : null;
            }
        }
        return claim;
    }

    private static Set<Role> roles(SecurityIdentity identity) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> identity.hasRole(role.name()))
                .forEach(roles::add);
        return roles;
    }

    private static Set<CustomerId> customers(Stream<String> ids) {
        var customers = new HashSet<CustomerId>();
        ids.forEach(id -> customers.add(customer(id)));
        return customers;
    }

    /** What is no id grants nobody's data: the id of no customer. */
    private static CustomerId customer(String text) {
        try {
            return new CustomerId(UUID.fromString(text));
        } catch (IllegalArgumentException odd) {
            return new CustomerId(new UUID(0, 0));
        }
    }

    private static Optional<String> text(@Nullable Object claim) {
        return claim instanceof JsonString json
                ? Optional.of(json.getString())
                : Optional.ofNullable(claim).filter(String.class::isInstance).map(String.class::cast);
    }

    /**
     * A claim of several texts; one text counts as a list of one. A claim that is there and is neither lists nothing: it
     * must not grant what its absence grants.
     */
    private static Optional<Stream<String>> texts(@Nullable Object claim) {
        if (claim == null) {
            return Optional.empty();
        }
        if (claim instanceof JsonArray array) {
            return Optional.of(array.stream().flatMap(item -> text(item).stream()));
        }
        if (claim instanceof Collection<?> items) {
            return Optional.of(items.stream().flatMap(item -> text(item).stream()));
        }
        return Optional.of(text(claim).stream());
    }

    private static DomainException unauthenticated() {
        return new DomainException(ErrorCode.UNAUTHENTICATED, "Send a valid bearer token.");
    }
}
