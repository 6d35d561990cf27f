package dev.cairn.domain.customer.published;

/** Whether a customer's data is open for changes. */
public enum AccountStatus {
    /** Open; every customer is born so. */
    ACTIVE,
    /** Closed for changes for a while, for example until a payment arrives. */
    SUSPENDED,
    /** Closed for changes because the relation ended. */
    INACTIVE
}
