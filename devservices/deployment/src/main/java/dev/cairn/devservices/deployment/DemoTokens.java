package dev.cairn.devservices.deployment;

import dev.cairn.devservices.DemoIdentities;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * The tokens of the demo's identities. For tests it knows every organisation and lets a form parameter replace each claim, or
 * spoil the signature:
 *
 * <ul>
 *   <li>{@code sub, iss, aud, org_id, customer_id}: another value; empty leaves the claim out
 *   <li>{@code roles, customer_ids}: another list, separated by commas; empty leaves the claim out
 *   <li>{@code ttl, nbf, iat}: seconds from now until the token expires, becomes valid, was issued; an empty {@code ttl} leaves the
 *       expiry out
 *   <li>{@code kid}: the id of another key, under the signature of ours; empty leaves it out
 *   <li>{@code alg}: {@code none}, or {@code HS256} with the public key as its secret
 *   <li>{@code key=foreign}: signed by a key that the issuer does not publish, under the published key's id
 *   <li>{@code tamper=true}: the payload is changed after signing
 * </ul>
 */
final class DemoTokens {
    private static final int LIFETIME_SECONDS = 3600;
    private static final int LEEWAY_SECONDS = 5;
    private static final String ORGANISATION = "[A-Za-z0-9_-]{1,64}";

    /** The client is not one of ours, or its secret is wrong. */
    static final class UnknownClient extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final String issuer;
    private final boolean tests;
    private final Clock clock = Clock.systemUTC();
    private final KeyPair foreignKeys;
    private volatile SigningKey signing = SigningKey.fresh();

    /** A key pair under the id by which the published half is found. */
    private record SigningKey(String id, KeyPair pair) {
        static SigningKey fresh() {
            return new SigningKey(UUID.randomUUID().toString(), rsa());
        }
    }

    DemoTokens(String issuer, boolean tests) {
        this.issuer = issuer;
        this.tests = tests;
        this.foreignKeys = tests ? rsa() : signing.pair();
    }

    private static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the issuer publishes: one public key. */
    Map<String, Object> keys() {
        var current = signing;
        var key = new RsaJsonWebKey((RSAPublicKey) current.pair().getPublic());
        key.setKeyId(current.id());
        key.setUse("sig");
        key.setAlgorithm("RS256");
        return Map.of("keys", List.of(key.toParams(OutputControlLevel.PUBLIC_ONLY)));
    }

    /** Puts a new key in the place of the old one, which is published no longer: tokens of before have lost their proof. */
    void rotate() {
        signing = SigningKey.fresh();
    }

    /**
     * Answers a client-credentials grant.
     *
     * @param form client_id, client_secret and, in tests, the parameters above
     * @return the token endpoint's answer
     * @throws UnknownClient for a name or a secret that is not ours
     */
    Map<String, Object> answer(Map<String, String> form) {
        var client = form.getOrDefault("client_id", "");
        var at = client.indexOf('@');
        var name = at < 0 ? client : client.substring(0, at);
        var organisation = at < 0 ? "" : client.substring(at + 1);
        var role = DemoIdentities.rolesByName().get(name);
        if (role == null || !knows(organisation) || !DemoIdentities.SECRET.equals(form.get("client_secret"))) {
            throw new UnknownClient();
        }
        var wishes = tests ? form : Map.<String, String>of();
        long now = clock.instant().getEpochSecond();
        long lifetime = seconds(wishes, "ttl", LIFETIME_SECONDS);

        var claims = new LinkedHashMap<String, Object>();
        text(claims, "iss", issuer, wishes);
        text(claims, "sub", client, wishes);
        text(claims, "aud", "cairn-api", wishes);
        claims.put("iat", now + seconds(wishes, "iat", -LEEWAY_SECONDS));
        if (wishes.containsKey("nbf")) {
            claims.put("nbf", now + seconds(wishes, "nbf", 0));
        }
        if (!wishes.getOrDefault("ttl", "-").isEmpty()) {
            claims.put("exp", now + lifetime);
        }
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("typ", "Bearer");
        claims.put("azp", client);
        text(claims, "org_id", organisation, wishes);
        var roles = list(wishes.getOrDefault("roles", role));
        if (!roles.isEmpty()) {
            claims.put("realm_access", Map.of("roles", roles));
        }
        var customers = DemoIdentities.customersOf(organisation).stream()
                .map(UUID::toString)
                .toList();
        text(
                claims,
                "customer_id",
                DemoIdentities.PORTAL.equals(name) && !customers.isEmpty() ? customers.get(0) : "",
                wishes);
        var granted = wishes.containsKey("customer_ids")
                ? list(wishes.getOrDefault("customer_ids", ""))
                : DemoIdentities.SME.equals(name) ? customers : List.<String>of();
        if (!granted.isEmpty()) {
            claims.put("customer_ids", granted);
        }

        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", signed(claims, wishes));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", lifetime);
        return answer;
    }

    private boolean knows(String organisation) {
        return tests ? organisation.matches(ORGANISATION) : DemoIdentities.ORGANISATIONS.contains(organisation);
    }

    private static void text(Map<String, Object> claims, String claim, String usual, Map<String, String> wishes) {
        var value = wishes.getOrDefault(claim, usual);
        if (!value.isEmpty()) {
            claims.put(claim, value);
        }
    }

    private static List<String> list(String commaSeparated) {
        return Arrays.stream(commaSeparated.split(","))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static long seconds(Map<String, String> wishes, String parameter, long usual) {
        var wish = wishes.get(parameter);
        if (wish == null || wish.isEmpty()) {
            return usual;
        }
        try {
            return Long.parseLong(wish);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(parameter + " is a number of seconds", e);
        }
    }

    private String signed(Map<String, Object> claims, Map<String, String> wishes) {
        var algorithm = wishes.getOrDefault("alg", "RS256");
        var current = signing;
        var keyId = wishes.getOrDefault("kid", current.id());
        var signature = new JsonWebSignature();
        signature.setPayload(JsonUtil.toJson(claims));
        signature.setHeader("typ", "JWT");
        if (!keyId.isEmpty()) {
            signature.setKeyIdHeaderValue(keyId);
        }
        signature.setAlgorithmHeaderValue(algorithm);
        // What the library forbids is what the service must refuse.
        signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setDoKeyValidation(false);
        switch (algorithm) {
            case "none" -> {}
            case "HS256" ->
                signature.setKey(new HmacKey(current.pair().getPublic().getEncoded()));
            default -> signature.setKey(privateKey(current, wishes));
        }
        try {
            var token = signature.getCompactSerialization();
            return "true".equals(wishes.get("tamper")) ? tampered(token) : token;
        } catch (JoseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private Key privateKey(SigningKey current, Map<String, String> wishes) {
        return ("foreign".equals(wishes.get("key")) ? foreignKeys : current.pair()).getPrivate();
    }

    private static String tampered(String token) {
        var parts = token.split("\\.", -1);
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        var changed = payload.replaceFirst("\\{", "{\"tampered\":true,");
        return parts[0] + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(changed.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[2];
    }
}
