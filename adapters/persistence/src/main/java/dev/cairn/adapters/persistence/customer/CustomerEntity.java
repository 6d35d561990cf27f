package dev.cairn.adapters.persistence.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code customer}. The id alone is the key here; the table's key and its policy add the organisation. */
@Entity(name = "Customer")
@Table(name = "customer")
@SuppressWarnings("NullAway.Init") // filled by Hibernate or by the mapper
class CustomerEntity {
    @Id
    public UUID id;

    @Column(name = "org_id", updatable = false)
    public String orgId;

    public String code;

    @Column(name = "code_key", columnDefinition = "text")
    public String codeKey;

    @Column(name = "external_id")
    public String externalId;

    public String type;
    public String name;

    @Column(name = "name_key", columnDefinition = "text")
    public String nameKey;

    @Column(name = "first_name")
    public String firstName;

    @Column(name = "last_name")
    public String lastName;

    @Column(name = "company_name")
    public String companyName;

    public String industry;
    public String source;
    public String website;
    public String phone;
    public String email;

    @Column(name = "email_key", columnDefinition = "text")
    public String emailKey;

    @Column(name = "has_address")
    public boolean hasAddress;

    public String street;
    public String city;
    public String state;

    @Column(name = "zip_code")
    public String zipCode;

    public String country;

    @Column(columnDefinition = "text")
    public String description;

    @Column(name = "assigned_to")
    public String assignedTo;

    @Column(columnDefinition = "_text")
    public String[] tags;

    @Column(name = "tag_keys", columnDefinition = "_text")
    public String[] tagKeys;

    @Column(name = "next_follow_up_at")
    public Instant nextFollowUpAt;

    @Column(name = "account_status")
    public String accountStatus;

    @Column(name = "status_reason")
    public String statusReason;

    @Column(name = "suspended_at")
    public Instant suspendedAt;

    @Column(name = "activated_at")
    public Instant activatedAt;

    @Column(name = "deactivated_at")
    public Instant deactivatedAt;

    @Column(name = "lifecycle_stage")
    public String lifecycleStage;

    @Column(name = "last_contact_at")
    public Instant lastContactAt;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_by")
    public String createdBy;

    @Column(name = "updated_at")
    public Instant updatedAt;

    public long version;

    @Column(name = "deleted_at")
    public Instant deletedAt;
}
