package dev.cairn.domain.customer;

/** Why an account is suspended. */
public enum SuspensionReason {
    PAYMENT_FAILED,
    POLICY_VIOLATION,
    OTHER
}
