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

    private static final Map<String, Meaning> MEANINGS = Map.of(
            "uq_customer_name",
                    new Meaning(CUSTOMER_NAME_EXISTS, "/name", "Another customer of the organisation has this name."),
            "uq_customer_email",
                    new Meaning(
                            CUSTOMER_EMAIL_EXISTS, "/email", "Another customer of the organisation has this e-mail."),
            "uq_customer_code",
                    new Meaning(CUSTOMER_CODE_EXISTS, "/code", "Another customer of the organisation has this code."),
            "uq_customer_external_id",
                    new Meaning(
                            EXTERNAL_ID_EXISTS, "/externalId", "Another customer of the organisation has this key."));

    private ConstraintNames() {}

    /** The refusal that the constraint stands for; empty when clients cannot provoke it. */
    static Optional<DomainException> refusal(String constraint) {
        return Optional.ofNullable(MEANINGS.get(constraint))
                .map(meaning -> new DomainException(
                        meaning.code(),
                        meaning.detail(),
                        new Fault(meaning.pointer(), Fault.Code.DUPLICATE, "is taken")));
    }
}
