package dev.cairn.adapters.rest.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
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
                examples = "https://cairn.dev/problems/customer-not-found")
        String type,

        @Schema(required = true, description = "The sort of problem in a few words.", examples = "Customer not found")
        String title,

        @Schema(required = true, type = SchemaType.INTEGER, description = "The HTTP status.", examples = "404")
        int status,

        @Schema(required = true, description = "What happened this time.", examples = "There is no such customer.")
        String detail,

        @Schema(required = true, description = "The path that was asked for.", examples = "/api/v1/customers/0")
        String instance,

        @Schema(
                required = true,
                description = "The code of the problem; codes never change their meaning.",
                examples = "CUSTOMER_NOT_FOUND")
        String code,

        @Schema(description = "Every single fault, where that can be said.")
        List<FaultJson> errors,

        @Schema(
                required = true,
                description = "Names the request in logs and audit: 32 hexadecimal digits.",
                examples = "4bf92f3577b34da6a3ce929d0e0e4736")
        String traceId) {
    /** One fault of a request. */
    @Schema(name = "Fault", description = "One fault of a request.")
    public record FaultJson(
            @Schema(
                    required = true,
                    description = "RFC 6901 pointer into the body, or /name of a query parameter.",
                    examples = "/name")
            String pointer,

            @Schema(
                    required = true,
                    description = "REQUIRED, TYPE, FORMAT, LENGTH, RANGE, ENUM, UNKNOWN, DUPLICATE or REFERENCE.",
                    examples = "REQUIRED")
            String code,

            @Schema(required = true, description = "What to do about it.", examples = "must be given")
            String message) {}
}
