package dev.cairn.adapters.rest.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cairn.domain.shared.Faults;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A refusal as RFC 9457 writes it. */
@Schema(name = "Problem", description = "A refusal, as RFC 9457 writes it, with a code that clients can rely on.")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @Schema(
                required = true,
                description = "A URI that names the sort of problem.",
                format = "uri",
                maxLength = MAX_WORDS,
                examples = "https://cairn.dev/problems/customer-not-found")
        String type,

        @Schema(
                required = true,
                description = "The sort of problem in a few words.",
                maxLength = MAX_WORDS,
                examples = "Customer not found")
        String title,

        @Schema(
                required = true,
                type = SchemaType.INTEGER,
                description = "The HTTP status.",
                minimum = "400",
                maximum = "599",
                examples = "404")
        int status,

        @Schema(
                required = true,
                description = "What happened this time.",
                maxLength = MAX_SENTENCES,
                examples = "There is no such customer.")
        String detail,

        @Schema(
                required = true,
                description = "The path that was asked for.",
                format = "uri-reference",
                maxLength = MAX_PATH,
                examples = "/api/v1/customers/01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01")
        String instance,

        @Schema(
                required = true,
                description =
                        "The code of the problem. Codes never change their meaning; new ones may come, so take one that you do not know by its status.",
                pattern = "^[A-Z][A-Z_]*$",
                maxLength = MAX_WORDS,
                examples = "CUSTOMER_NOT_FOUND")
        String code,

        @Schema(description = "Every single fault, where that can be said.", maxItems = Faults.MAX)
        List<FaultJson> errors,

        @Schema(
                required = true,
                description = "Names the request in logs and audit: 32 hexadecimal digits.",
                pattern = "^[0-9a-f]{32}$",
                minLength = 32,
                maxLength = 32,
                examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId) {
    private static final int MAX_WORDS = 255;
    private static final int MAX_SENTENCES = 2_000;

    /** The longest path that is taken, each byte of it escaped. */
    private static final int MAX_PATH = 3 * 4_096;

    /** A pointer names properties that a client sent: it can be as long as the largest body. */
    private static final int MAX_POINTER = 10 * 1_024 * 1_024;

    /** One fault of a request. */
    @Schema(name = "Fault", description = "One fault of a request.")
    public record FaultJson(
            @Schema(
                    required = true,
                    description = "RFC 6901 pointer into the body, or /name of a query parameter.",
                    format = "json-pointer",
                    maxLength = MAX_POINTER,
                    examples = "/name")
            String pointer,

            @Schema(
                    required = true,
                    description = "REQUIRED, TYPE, FORMAT, LENGTH, RANGE, ENUM, UNKNOWN, DUPLICATE or REFERENCE.",
                    pattern = "^[A-Z][A-Z_]*$",
                    maxLength = MAX_WORDS,
                    examples = "REQUIRED")
            String code,

            @Schema(
                    required = true,
                    description = "What to do about it.",
                    maxLength = MAX_SENTENCES,
                    examples = "must be given")
            String message) {}
}
