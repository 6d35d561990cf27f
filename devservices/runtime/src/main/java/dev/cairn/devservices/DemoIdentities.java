package dev.cairn.devservices;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Who may ask the development issuer for a token, and the customers whose ids such a token carries. The demo data creates
 * exactly these customers, so that {@code portal@northwind} finds its own one.
 */
public final class DemoIdentities {
    /** The organisation most examples speak of. */
    public static final String NORTHWIND = "northwind";
    /** The other organisation: what it owns must never show in the first. */
    public static final String SOUTHWIND = "southwind";
    /** The two organisations of the demo. */
    public static final List<String> ORGANISATIONS = List.of(NORTHWIND, SOUTHWIND);

    /** The client secret of every identity; worth nothing, since the issuer exists on a developer's machine only. */
    public static final String SECRET = "demo";

    /** Northwind's first customer: its portal user, and one of the two granted to its SME. */
    public static final UUID NORTHWIND_FIRST_CUSTOMER = UUID.fromString("01970000-0000-7001-8000-000000000001");
    /** Northwind's second customer. */
    public static final UUID NORTHWIND_SECOND_CUSTOMER = UUID.fromString("01970000-0000-7002-8000-000000000002");
    /** Southwind's first customer. */
    public static final UUID SOUTHWIND_FIRST_CUSTOMER = UUID.fromString("01970000-0000-7003-8000-000000000003");
    /** Southwind's second customer. */
    public static final UUID SOUTHWIND_SECOND_CUSTOMER = UUID.fromString("01970000-0000-7004-8000-000000000004");

    /** The identity whose tokens carry {@code customer_id}, its organisation's first customer. */
    public static final String PORTAL = "portal";
    /** The identity whose tokens carry {@code customer_ids}, both customers with a fixed id. */
    public static final String SME = "sme";

    private static final Map<String, String> ROLES = roles();

    private DemoIdentities() {}

    /**
     * The role of each identity, by the part of its name before the {@code @}.
     *
     * @return names to roles, in the order in which people read them
     */
    public static Map<String, String> rolesByName() {
        return ROLES;
    }

    /**
     * The customers of an organisation whose ids are fixed.
     *
     * @param organisation the part of an identity's name after the {@code @}
     * @return first and second customer; none for an organisation that the demo does not know
     */
    public static List<UUID> customersOf(String organisation) {
        return switch (organisation) {
            case NORTHWIND -> List.of(NORTHWIND_FIRST_CUSTOMER, NORTHWIND_SECOND_CUSTOMER);
            case SOUTHWIND -> List.of(SOUTHWIND_FIRST_CUSTOMER, SOUTHWIND_SECOND_CUSTOMER);
            default -> List.of();
        };
    }

    private static Map<String, String> roles() {
        var roles = new LinkedHashMap<String, String>();
        for (var name : List.of("admin", "css", "sales", "support", SME, "user", "viewer")) {
            roles.put(name, name.toUpperCase(Locale.ROOT));
        }
        roles.put(PORTAL, "CUSTOMER");
        roles.put("partner", "SERVICE");
        return Collections.unmodifiableMap(roles);
    }
}
