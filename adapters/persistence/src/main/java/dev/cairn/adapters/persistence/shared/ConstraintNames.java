package dev.cairn.adapters.persistence.shared;

import static dev.cairn.domain.shared.ErrorCode.*;

import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.Fault;
import java.util.Map;
import java.util.Optional;

/**
 * What it means to a client when a constraint of the database refuses. Two requests at once pass any check in code; the
 * constraint's name turns the loser's failure into the right answer.
 */
final class ConstraintNames {
    private record Meaning(ErrorCode code, String pointer, String detail) {}

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            meaning(
                    "uq_customer_name",
                    CUSTOMER_NAME_EXISTS,
                    "/name",
                    "Another customer of the organisation has this name."),
            meaning(
                    "uq_customer_email",
                    CUSTOMER_EMAIL_EXISTS,
                    "/email",
                    "Another customer of the organisation has this e-mail."),
            meaning(
                    "uq_customer_code",
                    CUSTOMER_CODE_EXISTS,
                    "/code",
                    "Another customer of the organisation has this code."),
            meaning(
                    "uq_customer_external_id",
                    EXTERNAL_ID_EXISTS,
                    "/externalId",
                    "Another customer of the organisation has this key."),
            meaning(
                    "uq_product_name",
                    PRODUCT_NAME_EXISTS,
                    "/name",
                    "Another product of the organisation has this name."),
            meaning(
                    "uq_product_external_id",
                    EXTERNAL_ID_EXISTS,
                    "/externalId",
                    "Another product of the organisation has this key."),
            meaning(
                    "uq_solution_name",
                    SOLUTION_NAME_EXISTS,
                    "/name",
                    "Another solution of the organisation has this name."),
            meaning(
                    "uq_solution_external_id",
                    EXTERNAL_ID_EXISTS,
                    "/externalId",
                    "Another solution of the organisation has this key."),
            meaning(
                    "uq_solution_assignment_name",
                    CUSTOMER_SOLUTION_EXISTS,
                    "/name",
                    "The customer has this solution under this name already; give the second one another."),
            meaning(
                    "uq_product_assignment_name",
                    CUSTOMER_PRODUCT_EXISTS,
                    "/name",
                    "The customer has this product under this name already; give the second one another."));

    private ConstraintNames() {}

    private static Map.Entry<String, Meaning> meaning(String name, ErrorCode code, String pointer, String detail) {
        return Map.entry(name, new Meaning(code, pointer, detail));
    }

    /** The refusal that the constraint stands for; empty when clients cannot provoke it. */
    static Optional<DomainException> refusal(String constraint) {
        return Optional.ofNullable(MEANINGS.get(constraint))
                .map(meaning -> new DomainException(
                        meaning.code(),
                        meaning.detail(),
                        new Fault(meaning.pointer(), Fault.Code.DUPLICATE, "is taken")));
    }
}
