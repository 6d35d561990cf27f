package dev.cairn.adapters.persistence.customer;

import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.domain.customer.Address;
import dev.cairn.domain.customer.Customer;
import dev.cairn.domain.customer.CustomerCode;
import dev.cairn.domain.customer.CustomerDetails;
import dev.cairn.domain.customer.CustomerName;
import dev.cairn.domain.customer.CustomerType;
import dev.cairn.domain.customer.EmailAddress;
import dev.cairn.domain.customer.published.AccountStatus;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.FoldedText;
import dev.cairn.domain.shared.OrgId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer as columns. */
@SuppressWarnings("ArrayRecordComponent") // never compared, only copied
record CustomerRow(
        UUID id,
        String orgId,
        String code,
        String codeKey,
        @Nullable String externalId,
        String type,
        String name,
        String nameKey,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String companyName,
        @Nullable String industry,
        @Nullable String source,
        @Nullable String website,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String emailKey,
        boolean hasAddress,
        @Nullable String street,
        @Nullable String city,
        @Nullable String state,
        @Nullable String zipCode,
        @Nullable String country,
        @Nullable String description,
        @Nullable String assignedTo,
        String[] tags,
        String[] tagKeys,
        @Nullable Instant nextFollowUpAt,
        String accountStatus,
        @Nullable String statusReason,
        @Nullable Instant suspendedAt,
        @Nullable Instant activatedAt,
        @Nullable Instant deactivatedAt,
        String lifecycleStage,
        @Nullable Instant lastContactAt,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        long version,
        @Nullable Instant deletedAt) {
    /** The columns in the order of the components, of a table or view named c. */
    static final String COLUMNS = """
            c.id, c.org_id, c.code, c.code_key, c.external_id, c.type, c.name, c.name_key, c.first_name,
            c.last_name, c.company_name, c.industry, c.source, c.website, c.phone, c.email, c.email_key,
            c.has_address, c.street, c.city, c.state, c.zip_code, c.country, c.description, c.assigned_to,
            c.tags, c.tag_keys, c.next_follow_up_at, c.account_status, c.status_reason, c.suspended_at,
            c.activated_at, c.deactivated_at, c.lifecycle_stage, c.last_contact_at, c.created_at,
            c.created_by, c.updated_at, c.version, c.deleted_at""";

    /** Reads the columns of {@link #COLUMNS}. */
    static CustomerRow read(Line line) {
        return new CustomerRow(
                line.uuid(),
                line.text(),
                line.text(),
                line.text(),
                line.maybeText().orElse(null),
                line.text(),
                line.text(),
                line.text(),
                line.maybeText().orElse(null),
                line.maybeText().orElse(null),
                line.maybeText().orElse(null),
                line.maybeText().orElse(null),
                line.maybeText().orElse(null),
                line.maybeText().orElse(null),
                line.maybeText().orElse(null),
                line.maybeText().orElse(null),
                line.maybeText().orElse(null),
                line.flag(),
                line.maybeText().orElse(null),
                line.maybeText().orElse(null),
                line.maybeText().orElse(null),
                line.maybeText().orElse(null),
                line.maybeText().orElse(null),
                line.maybeText().orElse(null),
                line.maybeText().orElse(null),
                line.texts().toArray(String[]::new),
                line.texts().toArray(String[]::new),
                line.maybeInstant().orElse(null),
                line.text(),
                line.maybeText().orElse(null),
                line.maybeInstant().orElse(null),
                line.maybeInstant().orElse(null),
                line.maybeInstant().orElse(null),
                line.text(),
                line.maybeInstant().orElse(null),
                line.instant(),
                line.text(),
                line.instant(),
                line.whole(),
                line.maybeInstant().orElse(null));
    }

    /** A customer's state as columns. */
    static CustomerRow of(Customer.Snapshot state) {
        var details = state.details();
        var name = details.name();
        var email = details.email();
        var address = details.address();
        return new CustomerRow(
                state.id().value(),
                state.org().value(),
                state.code().value(),
                state.code().folded().value(),
                details.externalId().orElse(null),
                name.type().name(),
                name.full(),
                name.folded().value(),
                name.first().orElse(null),
                name.last().orElse(null),
                details.companyName().orElse(null),
                details.industry().orElse(null),
                details.source().orElse(null),
                details.website().orElse(null),
                details.phone().orElse(null),
                email.map(EmailAddress::value).orElse(null),
                email.map(written -> written.folded().value()).orElse(null),
                address.isPresent(),
                address.flatMap(Address::street).orElse(null),
                address.flatMap(Address::city).orElse(null),
                address.flatMap(Address::state).orElse(null),
                address.flatMap(Address::zipCode).orElse(null),
                address.flatMap(Address::country).orElse(null),
                details.description().orElse(null),
                details.assignedTo().orElse(null),
                details.tags().toArray(String[]::new),
                details.tags().stream().map(tag -> FoldedText.of(tag).value()).toArray(String[]::new),
                details.nextFollowUpAt().orElse(null),
                state.accountStatus().name(),
                state.statusReason().orElse(null),
                state.suspendedAt().orElse(null),
                state.activatedAt().orElse(null),
                state.deactivatedAt().orElse(null),
                state.stage().name(),
                state.lastContactAt().orElse(null),
                state.createdAt(),
                state.createdBy(),
                state.updatedAt(),
                state.version(),
                state.deletedAt().orElse(null));
    }

    /** The columns as arguments of a statement, in the order of {@link #COLUMNS}. */
    @Nullable
    Object[] arguments() {
        return new Object[] {
            id,
            orgId,
            code,
            codeKey,
            externalId,
            type,
            name,
            nameKey,
            firstName,
            lastName,
            companyName,
            industry,
            source,
            website,
            phone,
            email,
            emailKey,
            hasAddress,
            street,
            city,
            state,
            zipCode,
            country,
            description,
            assignedTo,
            tags,
            tagKeys,
            time(nextFollowUpAt),
            accountStatus,
            statusReason,
            time(suspendedAt),
            time(activatedAt),
            time(deactivatedAt),
            lifecycleStage,
            time(lastContactAt),
            Columns.time(createdAt),
            createdBy,
            Columns.time(updatedAt),
            version,
            time(deletedAt)
        };
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return Columns.maybeTime(Optional.ofNullable(instant));
    }

    /** The columns as a customer's state. */
    Customer.Snapshot snapshot() {
        return new Customer.Snapshot(
                new OrgId(orgId),
                new CustomerId(id),
                new CustomerCode(code),
                details(),
                AccountStatus.valueOf(accountStatus),
                Optional.ofNullable(statusReason),
                Optional.ofNullable(suspendedAt),
                Optional.ofNullable(activatedAt),
                Optional.ofNullable(deactivatedAt),
                LifecycleStage.valueOf(lifecycleStage),
                Optional.ofNullable(lastContactAt),
                createdAt,
                createdBy,
                updatedAt,
                version,
                Optional.ofNullable(deletedAt));
    }

    private CustomerDetails details() {
        return new CustomerDetails(
                Optional.ofNullable(externalId),
                new CustomerName(
                        CustomerType.valueOf(type),
                        name,
                        Optional.ofNullable(firstName),
                        Optional.ofNullable(lastName)),
                Optional.ofNullable(companyName),
                Optional.ofNullable(industry),
                Optional.ofNullable(source),
                Optional.ofNullable(website),
                Optional.ofNullable(phone),
                Optional.ofNullable(email).map(EmailAddress::new),
                hasAddress ? Optional.of(address()) : Optional.empty(),
                Optional.ofNullable(description),
                Optional.ofNullable(assignedTo),
                List.of(tags),
                Optional.ofNullable(nextFollowUpAt));
    }

    private Address address() {
        return new Address(
                Optional.ofNullable(street),
                Optional.ofNullable(city),
                Optional.ofNullable(state),
                Optional.ofNullable(zipCode),
                Optional.ofNullable(country));
    }
}
