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
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads the caller from the token of the request, once {@code quarkus-oidc} has verified it. */
@Singleton
class TokenCaller implements CurrentCaller {
    private final CurrentIdentityAssociation identities;
    private final String orgClaim;
    private final String customerClaim;
    private final String customersClaim;

    TokenCaller(
            CurrentIdentityAssociation identities,
            @ConfigProperty(name = "cairn.identity.org-claim") String orgClaim,
            @ConfigProperty(name = "cairn.identity.customer-claim") String customerClaim,
            @ConfigProperty(name = "cairn.identity.customers-claim") String customersClaim) {
        this.identities = identities;
        this.orgClaim = orgClaim;
        this.customerClaim = customerClaim;
        this.customersClaim = customersClaim;
    }

    @Override
    public Uni<Caller> get() {
        return identities
                .getDeferredIdentity()
                .map(this::caller)
                .onFailure(TokenCaller::isProviderAway)
                .transform(away -> new DomainException(
                        ErrorCode.UNAVAILABLE, "Tokens cannot be verified just now; try again shortly."))
                .onFailure(AuthenticationFailedException.class)
                .transform(bad -> unauthenticated());
    }

    private static boolean isProviderAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OIDCException) {
                return true;
            }
        }
        return false;
    }

    private Caller caller(SecurityIdentity identity) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            throw unauthenticated();
        }
        var org = text(token.getClaim(orgClaim)).filter(OrgId::isValid).map(OrgId::new);
        var subject = Optional.ofNullable(token.getSubject()).filter(name -> !name.isBlank() && name.length() <= 255);
        if (org.isEmpty() || subject.isEmpty()) {
            throw new DomainException(ErrorCode.FORBIDDEN, "The token names no organisation, or nobody in it.");
        }
        return new Caller(
                new Actor(org.get(), subject.get()),
                roles(identity),
                text(token.getClaim(customerClaim)).map(TokenCaller::customer),
                texts(token.getClaim(customersClaim)).map(TokenCaller::customers));
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

    private static Optional<String> text(Object claim) {
        return claim instanceof JsonString json
                ? Optional.of(json.getString())
                : Optional.ofNullable(claim).filter(String.class::isInstance).map(String.class::cast);
    }

    /** A claim of several texts; one text counts as a list of one, an empty list as a list. */
    private static Optional<Stream<String>> texts(Object claim) {
        if (claim instanceof JsonArray array) {
            return Optional.of(array.stream().flatMap(item -> text(item).stream()));
        }
        if (claim instanceof Collection<?> items) {
            return Optional.of(items.stream().flatMap(item -> text(item).stream()));
        }
        return text(claim).map(Stream::of);
    }

    private static DomainException unauthenticated() {
        return new DomainException(ErrorCode.UNAUTHENTICATED, "Send a valid bearer token.");
    }
}
