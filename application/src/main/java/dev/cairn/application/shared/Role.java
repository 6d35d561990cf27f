package dev.cairn.application.shared;

/** The roles a token can carry, in the order of the permission matrix. Unknown roles of a token grant nothing. */
public enum Role {
    ADMIN,
    CSS,
    SALES,
    SUPPORT,
    SME,
    USER,
    VIEWER,
    CUSTOMER,
    SERVICE
}
