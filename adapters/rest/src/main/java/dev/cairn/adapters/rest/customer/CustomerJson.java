package dev.cairn.adapters.rest.customer;

import dev.cairn.adapters.rest.shared.EntityTag;
import dev.cairn.adapters.rest.shared.Tagged;
import dev.cairn.application.customer.view.CustomerView;
import dev.cairn.domain.customer.Address;
import dev.cairn.domain.customer.CustomerCode;
import dev.cairn.domain.customer.CustomerDetails;
import dev.cairn.domain.customer.CustomerName;
import dev.cairn.domain.customer.CustomerType;
import dev.cairn.domain.customer.EmailAddress;
import dev.cairn.domain.customer.published.AccountStatus;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.WebAddress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A customer as clients see it. */
@Schema(name = "Customer", description = "A customer of the organisation.")
record CustomerJson(
        @Schema(required = true, description = "Its id.", examples = "01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01")
        UUID id,

        @Schema(
                required = true,
                description = "The short name people use, unique in the organisation ignoring case.",
                maxLength = CustomerCode.MAX,
                examples = "C-000123")
        String code,

        @Schema(
                description = "Your own key, unique in the organisation.",
                maxLength = CustomerDetails.MAX_LINE,
                examples = "crm-991")
        Optional<String> externalId,

        @Schema(required = true, description = "What sort of customer it is.", examples = "BUSINESS")
        CustomerType type,

        @Schema(
                required = true,
                description = "What it is called; of an individual: first and last name.",
                maxLength = CustomerName.MAX,
                examples = "Acme Retail")
        String name,

        @Schema(description = "An individual's first name.", maxLength = CustomerName.MAX_PART)
        Optional<String> firstName,

        @Schema(description = "An individual's last name.", maxLength = CustomerName.MAX_PART)
        Optional<String> lastName,

        @Schema(
                description = "The company behind a person or a brand.",
                maxLength = CustomerDetails.MAX_LINE,
                examples = "Acme Holding")
        Optional<String> companyName,

        @Schema(required = true, description = "Whether its data is open for changes.")
        AccountStatus accountStatus,

        @Schema(required = true, description = "Whether the account status is ACTIVE.", examples = "true")
        boolean isActive,

        @Schema(description = "Why the account is suspended or inactive.", maxLength = 64)
        Optional<String> statusReason,

        @Schema(description = "When the account was last suspended.")
        Optional<Instant> suspendedAt,

        @Schema(description = "When the account was last activated again.")
        Optional<Instant> activatedAt,

        @Schema(description = "When the account was last deactivated.")
        Optional<Instant> deactivatedAt,

        @Schema(required = true, description = "Where it stands in its lifecycle.")
        LifecycleStage lifecycleStage,

        @Schema(description = "What it does.", maxLength = CustomerDetails.MAX_LINE, examples = "Retail")
        Optional<String> industry,

        @Schema(description = "Where it came from.", maxLength = CustomerDetails.MAX_LINE, examples = "Fair")
        Optional<String> source,

        @Schema(
                description = "Its web address.",
                format = "uri",
                maxLength = WebAddress.MAX,
                examples = "https://acme.example.com")
        Optional<String> website,

        @Schema(
                description = "Its telephone number.",
                maxLength = CustomerDetails.MAX_PHONE,
                examples = "+44 20 7946 0000")
        Optional<String> phone,

        @Schema(
                description = "Its e-mail address, unique in the organisation ignoring case.",
                format = "email",
                maxLength = EmailAddress.MAX,
                examples = "ops@acme.example.com")
        Optional<String> email,

        @Schema(description = "Where it sits.") Optional<AddressJson> address,

        @Schema(
                description = "Anything worth knowing.",
                maxLength = CustomerDetails.MAX_DESCRIPTION,
                examples = "Forty shops in the north.")
        Optional<String> description,

        @Schema(description = "Who looks after it.", maxLength = CustomerDetails.MAX_LINE, examples = "user-17")
        Optional<String> assignedTo,

        @Schema(
                required = true,
                description = "Its tags.",
                minLength = 1,
                maxLength = CustomerDetails.MAX_TAG,
                maxItems = CustomerDetails.MAX_TAGS,
                examples = "[\"emea\"]")
        List<String> tags,

        @Schema(description = "When somebody should talk to it next.", examples = "2026-12-01T09:00:00Z")
        Optional<Instant> nextFollowUpAt,

        @Schema(description = "When somebody last talked to it.", examples = "2026-11-20T09:00:00Z")
        Optional<Instant> lastContactAt,

        @Schema(
                required = true,
                description = "Completed weight over applicable weight of all its plans, 0 to 100, two decimals.",
                examples = "41.25")
        BigDecimal progressPercentage,

        @Schema(required = true, description = "When it was created.", examples = "2026-11-21T09:00:00Z")
        Instant createdAt,

        @Schema(required = true, description = "Who created it.", maxLength = Actor.MAX, examples = "css@northwind")
        String createdBy,

        @Schema(required = true, description = "When it last changed.", examples = "2026-11-21T09:00:00Z")
        Instant updatedAt,

        @Schema(required = true, description = "Rises by one with every change, from 1.", minimum = "1", examples = "1")
        long version)
        implements Tagged {
    /** A postal address. */
    @Schema(name = "Address", description = "A postal address; every part may be absent.")
    record AddressJson(
            @Schema(description = "Street and number.", maxLength = Address.MAX_LINE, examples = "1 Harbour Street")
            Optional<String> street,

            @Schema(description = "City.", maxLength = Address.MAX_LINE, examples = "Hull")
            Optional<String> city,

            @Schema(
                    description = "State, province or county.",
                    maxLength = Address.MAX_LINE,
                    examples = "East Yorkshire")
            Optional<String> state,

            @Schema(description = "Postal code.", maxLength = Address.MAX_ZIP_CODE, examples = "HU1 1AA")
            Optional<String> zipCode,

            @Schema(description = "Country.", maxLength = Address.MAX_COUNTRY, examples = "GB")
            Optional<String> country) {
        static AddressJson of(Address address) {
            return new AddressJson(
                    address.street(), address.city(), address.state(), address.zipCode(), address.country());
        }
    }

    @Override
    public EntityTag etag() {
        return EntityTag.of(version, progressPercentage);
    }

    static CustomerJson of(CustomerView view) {
        var customer = view.customer();
        var details = customer.details();
        return new CustomerJson(
                customer.id().value(),
                customer.code().value(),
                details.externalId(),
                details.name().type(),
                details.name().full(),
                details.name().first(),
                details.name().last(),
                details.companyName(),
                customer.accountStatus(),
                customer.accountStatus() == AccountStatus.ACTIVE,
                customer.statusReason(),
                customer.suspendedAt(),
                customer.activatedAt(),
                customer.deactivatedAt(),
                customer.stage(),
                details.industry(),
                details.source(),
                details.website(),
                details.phone(),
                details.email().map(EmailAddress::value),
                details.address().map(AddressJson::of),
                details.description(),
                details.assignedTo(),
                details.tags(),
                details.nextFollowUpAt(),
                customer.lastContactAt(),
                view.progressPercentage(),
                customer.createdAt(),
                customer.createdBy(),
                customer.updatedAt(),
                customer.version());
    }
}
