package dev.cairn.application.shared;

import dev.cairn.domain.shared.OrgId;

/** Leave to read, and how far it goes. Only the {@link Gate} issues one; every view asks for it first. */
public final class ReadScope {
    private final Permission right;
    private final OrgId org;
    private final RowScope customers;
    private final boolean removed;

    ReadScope(Permission right, OrgId org, RowScope customers, boolean removed) {
        this.right = right;
        this.org = org;
        this.customers = customers;
        this.removed = removed;
    }

    /** The right that it was issued under. */
    public Permission right() {
        return right;
    }

    /** The organisation whose rows exist for this reader. */
    public OrgId org() {
        return org;
    }

    /** The customers whose rows this reader sees. */
    public RowScope customers() {
        return customers;
    }

    /** Whether this reader sees plans of removed assignments. */
    public boolean seesRemoved() {
        return removed;
    }
}
