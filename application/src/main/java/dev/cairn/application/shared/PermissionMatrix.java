package dev.cairn.application.shared;

import static dev.cairn.application.shared.Permission.*;
import static dev.cairn.application.shared.Reach.*;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Who may do what, and over whose rows. The one table; whoever needs a right asks it through the {@link Gate}. */
public final class PermissionMatrix {
    private final Map<Permission, Map<Role, Reach>> rows = new EnumMap<>(Permission.class);

    /**
     * The table of the service.
     *
     * @param creators the roles that may create customers: a deployment's choice, ADMIN, CSS and SALES by default
     */
    public PermissionMatrix(Set<Role> creators) {
        // spotless:off
        //                   ADMIN CSS   SALES                  SUPPORT SME      USER      VIEWER CUSTOMER SERVICE
        row(CUSTOMER_READ, ALL, ALL, ASSIGNED_AND_PIPELINE, ALL, GRANTED, ASSIGNED, ALL, OWN, SCOPED);
        row(CUSTOMER_UPDATE, ALL, ALL, ASSIGNED, NONE, NONE, ASSIGNED, NONE, NONE, NONE);
        row(CUSTOMER_DELETE, ALL, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
        row(ACCOUNT_STATUS, ALL, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
        row(ADOPTION_WRITE, ALL, ALL, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
        row(TASK_STATUS, ALL, ALL, NONE, NONE, NONE, ASSIGNED, NONE, NONE, NONE);
        row(TELEMETRY_WRITE, ALL, ALL, NONE, NONE, NONE, ASSIGNED, NONE, NONE, SCOPED);
        row(FILTER_PREFERENCE, ALL, ALL, ASSIGNED_AND_PIPELINE, ALL, GRANTED, ASSIGNED, ALL, NONE, NONE);
        row(CATALOG_READ, ALL, ALL, ALL, ALL, ALL, ALL, ALL, NONE, ALL);
        row(CATALOG_WRITE, ALL, NONE, NONE, NONE, ALL, NONE, NONE, NONE, NONE);
        row(AUDIT_READ, ALL, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
        row(CUSTOMER_AUDIT_READ, ALL, ALL, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
        // A job is its starter's: assigned is who started it.
        row(JOB_READ, ALL, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED);
        row(JOB_CANCEL, ALL, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED, ASSIGNED);
        // spotless:on
        var create = new EnumMap<Role, Reach>(Role.class);
        for (var role : Role.values()) {
            create.put(role, creators.contains(role) ? ALL : NONE);
        }
        rows.put(CUSTOMER_CREATE, create);
    }

    private void row(Permission permission, Reach... cells) {
        var row = new EnumMap<Role, Reach>(Role.class);
        for (var role : Role.values()) {
            row.put(role, cells[role.ordinal()]);
        }
        rows.put(permission, row);
    }

    /** One cell of the table. */
    public Reach cell(Permission permission, Role role) {
        return rows.getOrDefault(permission, Map.of()).getOrDefault(role, NONE);
    }

    /** Whether any role of the caller gives it the permission over any rows at all. */
    boolean grants(Permission permission, Caller caller) {
        return caller.roles().stream().anyMatch(role -> cell(permission, role) != NONE);
    }

    /** The rows over which the caller has the permission: what its roles give it together. */
    RowScope scope(Permission permission, Caller caller) {
        return caller.roles().stream()
                .map(role -> cell(permission, role).of(caller))
                .reduce(RowScope.NOTHING, RowScope::or);
    }
}
