package dev.cairn.application.shared;

/** What a role can be allowed to do: the rows of the permission matrix that have operations. */
public enum Permission {
    CUSTOMER_READ,
    CUSTOMER_CREATE,
    CUSTOMER_UPDATE,
    /** Goes on while the customer is suspended or inactive: leaving is always possible. */
    CUSTOMER_DELETE(true),
    /** Suspend, activate, deactivate: the way into suspension and out of it. */
    ACCOUNT_STATUS(true),
    /** Assign, change and remove what a customer bought. */
    ADOPTION_WRITE,
    TASK_STATUS,
    /** Report telemetry values and have tasks judged by them. */
    TELEMETRY_WRITE,
    /** How the caller itself looks at plans that it can read. */
    FILTER_PREFERENCE,
    CATALOG_READ,
    CATALOG_WRITE,
    /** The whole organisation's audit, deleted customers and the catalogue included. */
    AUDIT_READ,
    /** What was changed about one customer that is visible. */
    CUSTOMER_AUDIT_READ,
    /** How far a job is, and what came of it. */
    JOB_READ,
    JOB_CANCEL;

    private final boolean whileLocked;

    Permission() {
        this(false);
    }

    Permission(boolean whileLocked) {
        this.whileLocked = whileLocked;
    }

    /** Whether the operation is possible for a customer that is suspended or inactive; new permissions are not. */
    public boolean isPossibleWhileLocked() {
        return whileLocked;
    }
}
