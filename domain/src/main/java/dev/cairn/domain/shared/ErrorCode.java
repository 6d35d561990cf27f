package dev.cairn.domain.shared;

import static dev.cairn.domain.shared.ErrorCode.Kind.*;

import java.util.Locale;

/**
 * Every no that the service can say. Codes are part of the contract: none is renamed or used again for something else.
 */
public enum ErrorCode {
    MALFORMED_REQUEST(INVALID, "Request cannot be read"),
    VALIDATION_ERROR(INVALID, "Request has faults"),
    UNAUTHENTICATED(NO_IDENTITY, "No valid token"),
    FORBIDDEN(NO_RIGHT, "Not allowed"),
    NOT_FOUND(MISSING, "No such path"),
    METHOD_NOT_ALLOWED(METHOD, "Method not allowed"),
    NOT_ACCEPTABLE(REPRESENTATION, "No acceptable representation"),
    PAYLOAD_TOO_LARGE(SIZE, "Request is too large"),
    UNSUPPORTED_MEDIA_TYPE(MEDIA_TYPE, "Media type not supported"),
    VERSION_CONFLICT(STATE, "Changed since it was read"),
    IF_MATCH_REQUIRED(STATE_UNSAID, "If-Match is required"),
    IDEMPOTENCY_KEY_REUSED(CONFLICT, "Idempotency key is taken by another request"),
    IDEMPOTENCY_KEY_IN_USE(BUSY, "The same request is at work"),
    RATE_LIMITED(PACE, "Too many requests"),
    INTERNAL_ERROR(BROKEN, "Something went wrong"),
    UNAVAILABLE(AWAY, "Temporarily unavailable"),

    CUSTOMER_NOT_FOUND(MISSING, "Customer not found"),
    ASSIGNMENT_NOT_FOUND(MISSING, "Assignment not found"),
    ADOPTION_PLAN_NOT_FOUND(MISSING, "Adoption plan not found"),
    TASK_NOT_FOUND(MISSING, "Task not found"),
    SOLUTION_ADOPTION_PLAN_NOT_FOUND(MISSING, "Solution adoption plan not found"),
    PRODUCT_NOT_FOUND(MISSING, "Product not found"),
    SOLUTION_NOT_FOUND(MISSING, "Solution not found"),
    OUTCOME_NOT_FOUND(MISSING, "Outcome not found"),
    RELEASE_NOT_FOUND(MISSING, "Release not found"),
    TAG_NOT_FOUND(MISSING, "Tag not found"),
    TELEMETRY_ATTRIBUTE_NOT_FOUND(MISSING, "Telemetry attribute not found"),
    JOB_NOT_FOUND(MISSING, "Job not found"),

    CUSTOMER_NAME_EXISTS(CONFLICT, "Customer name is taken"),
    CUSTOMER_EMAIL_EXISTS(CONFLICT, "Customer e-mail is taken"),
    CUSTOMER_CODE_EXISTS(CONFLICT, "Customer code is taken"),
    CUSTOMER_PRODUCT_EXISTS(CONFLICT, "Product already assigned"),
    CUSTOMER_SOLUTION_EXISTS(CONFLICT, "Solution already assigned"),
    PRODUCT_NAME_EXISTS(CONFLICT, "Product name is taken"),
    PRODUCT_HAS_CUSTOMERS(CONFLICT, "Product is assigned to customers"),
    SOLUTION_NAME_EXISTS(CONFLICT, "Solution name is taken"),
    SOLUTION_HAS_CUSTOMERS(CONFLICT, "Solution is assigned to customers"),
    OUTCOME_NAME_EXISTS(CONFLICT, "Outcome name is taken"),
    RELEASE_NAME_EXISTS(CONFLICT, "Release name is taken"),
    TAG_NAME_EXISTS(CONFLICT, "Tag name is taken"),
    TELEMETRY_NAME_EXISTS(CONFLICT, "Telemetry name is taken"),
    EXTERNAL_ID_EXISTS(CONFLICT, "External id is taken"),
    PREVIEW_OUTDATED(CONFLICT, "Preview is outdated"),
    SYNC_NOT_UNDOABLE(CONFLICT, "Synchronisation cannot be taken back"),
    JOB_ENDED(CONFLICT, "Job has ended"),

    INVALID_STATUS_TRANSITION(RULE, "Transition not possible"),
    PRODUCT_MANAGED_BY_SOLUTION(RULE, "Product is managed by its solution"),
    OUTCOME_NOT_OF_PRODUCT(RULE, "Outcome is not of this product"),
    RELEASE_NOT_OF_PRODUCT(RULE, "Release is not of this product"),
    TASK_NOT_OF_PLAN(RULE, "Task is not of this plan"),
    TASK_ARCHIVED(RULE, "Task is archived"),
    TOTAL_WEIGHT_EXCEEDED(RULE, "Weights exceed 100"),
    INVALID_CRITERIA(RULE, "Success criteria are not valid"),
    INVALID_TELEMETRY_VALUE(RULE, "Telemetry value is not valid"),
    AMBIGUOUS_NAME(RULE, "Name is ambiguous"),

    CUSTOMER_SUSPENDED(LOCKED, "Customer is suspended"),
    CUSTOMER_INACTIVE(LOCKED, "Customer is inactive");

    private final Kind kind;
    private final String title;

    ErrorCode(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    /** What sort of no it is. Adapters translate it: the domain knows no status code. */
    public Kind kind() {
        return kind;
    }

    /** A few words that are the same each time the code occurs. */
    public String title() {
        return title;
    }

    /** The code as it stands in a URI: {@code customer-not-found}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sorts of no. */
    public enum Kind {
        INVALID,
        NO_IDENTITY,
        NO_RIGHT,
        MISSING,
        METHOD,
        REPRESENTATION,
        SIZE,
        MEDIA_TYPE,
        CONFLICT,
        BUSY,
        STATE,
        STATE_UNSAID,
        RULE,
        LOCKED,
        PACE,
        BROKEN,
        AWAY
    }
}
