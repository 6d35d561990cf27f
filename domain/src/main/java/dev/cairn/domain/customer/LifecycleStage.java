package dev.cairn.domain.customer;

/** Where a customer stands on its way; apart from {@link AccountStatus}. */
public enum LifecycleStage {
    PROSPECT,
    LEAD,
    ACTIVE,
    INACTIVE
}
