package dev.cairn.domain.adoption;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a preview was a preview of, as a text that says nothing to clients: a digest over plan, product version, entitlement
 * and the last synchronisation. It is made anew from these whenever one is to be compared, so nothing is kept; the statuses of
 * tasks and the values of telemetry are no part of it.
 *
 * @param value whatever a client sent, or the digest
 */
public record PreviewToken(String value) {
    /** The longest text that is looked at, in characters; ours are shorter. */
    public static final int MAX = 255;

    /** The token of a plan as it stands beside its product and its assignment. */
    static PreviewToken of(AdoptionPlan.Snapshot plan, long productVersion, Entitlement entitlement) {
        var basis = Stream.of(
                        plan.org().value(),
                        plan.id().value(),
                        productVersion,
                        entitlement.licenseLevel(),
                        sorted(entitlement.outcomeIds()),
                        sorted(entitlement.releaseIds()),
                        plan.lastSyncedAt())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
        return digest(basis);
    }

    /**
     * The token of several previews together.
     *
     * @param others what the whole depends on besides
     */
    static PreviewToken of(List<PreviewToken> parts, List<String> others) {
        var basis = Stream.concat(parts.stream().map(PreviewToken::value), others.stream())
                .collect(Collectors.joining("\n"));
        return digest(basis);
    }

    private static PreviewToken digest(String basis) {
        var digest = sha256().digest(basis.getBytes(StandardCharsets.UTF_8));
        return new PreviewToken(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    }

    private static String sorted(List<String> ids) {
        return ids.stream().sorted().collect(Collectors.joining(","));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /**
     * Holds a token that somebody brought against the one of now.
     *
     * @throws DomainException PREVIEW_OUTDATED when they differ, for whatever reason
     */
    void requireSameAs(PreviewToken now) {
        if (!equals(now)) {
            throw new DomainException(
                    ErrorCode.PREVIEW_OUTDATED,
                    "Product, entitlement or the plan's last synchronisation changed since that preview; make another one.");
        }
    }
}
