package dev.cairn.domain.customer;

/** Why an account is deactivated. */
public enum DeactivationReason {
    TRIAL_ENDED,
    CLOSED,
    CHURNED,
    OTHER
}
