package dev.cairn.domain.shared;

import static dev.cairn.domain.shared.ErrorCode.*;

import java.util.UUID;
import java.util.function.Function;

/** The two sorts of things that the catalogue offers, and what is said in the name of each. */
public enum OfferingKind {
    /** Something with tasks of its own. */
    PRODUCT(
            "product",
            ProductId::new,
            EntityKind.PRODUCT,
            PRODUCT_NOT_FOUND,
            PRODUCT_NAME_EXISTS,
            PRODUCT_HAS_CUSTOMERS),
    /** Products that are sold together, with tasks of its own. */
    SOLUTION(
            "solution",
            SolutionId::new,
            EntityKind.SOLUTION,
            SOLUTION_NOT_FOUND,
            SOLUTION_NAME_EXISTS,
            SOLUTION_HAS_CUSTOMERS);

    private final String noun;
    private final Function<UUID, OfferingId> id;
    private final EntityKind entity;
    private final ErrorCode missing;
    private final ErrorCode nameTaken;
    private final ErrorCode hasCustomers;

    OfferingKind(
            String noun,
            Function<UUID, OfferingId> id,
            EntityKind entity,
            ErrorCode missing,
            ErrorCode nameTaken,
            ErrorCode hasCustomers) {
        this.noun = noun;
        this.id = id;
        this.entity = entity;
        this.missing = missing;
        this.nameTaken = nameTaken;
        this.hasCustomers = hasCustomers;
    }

    /** What people call one of them. */
    public String noun() {
        return noun;
    }

    /** The id of one of them. */
    public OfferingId id(UUID value) {
        return id.apply(value);
    }

    /** What events and the audit call it. */
    public EntityKind entity() {
        return entity;
    }

    /** What is said when there is none: PRODUCT_NOT_FOUND, SOLUTION_NOT_FOUND. */
    public ErrorCode missing() {
        return missing;
    }

    /** What is said when another has the name: PRODUCT_NAME_EXISTS, SOLUTION_NAME_EXISTS. */
    public ErrorCode nameTaken() {
        return nameTaken;
    }

    /** What is said when it cannot be deleted: PRODUCT_HAS_CUSTOMERS, SOLUTION_HAS_CUSTOMERS. */
    public ErrorCode hasCustomers() {
        return hasCustomers;
    }
}
