package dev.cairn.domain.customer.published;

/** Where a customer stands on its way; apart from {@link AccountStatus}. */
public enum LifecycleStage {
    PROSPECT,
    LEAD,
    ACTIVE,
    INACTIVE
}
