package dev.cairn.domain.customer;

/** What sort of customer it is. */
public enum CustomerType {
    /** A person: has a first and a last name, may share both with another. */
    INDIVIDUAL,
    BUSINESS,
    ENTERPRISE
}
