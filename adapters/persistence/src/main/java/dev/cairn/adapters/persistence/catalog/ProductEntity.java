package dev.cairn.adapters.persistence.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code product}, be it a product or a solution. The id alone is the key here; the table's key and its policy add the organisation. */
@Entity(name = "Product")
@Table(name = "product")
@SuppressWarnings("NullAway.Init") // filled by Hibernate or by the mapper
class ProductEntity {
    @Id
    public UUID id;

    @Column(name = "org_id", updatable = false)
    public String orgId;

    @Column(updatable = false)
    public String kind;

    @Column(name = "external_id")
    public String externalId;

    public String name;

    @Column(name = "name_key", columnDefinition = "text")
    public String nameKey;

    @Column(columnDefinition = "text")
    public String description;

    public long version;

    @Column(name = "task_count")
    public int taskCount;

    @Column(name = "total_weight", precision = 10, scale = 2)
    public BigDecimal totalWeight;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "updated_at")
    public Instant updatedAt;

    @Column(name = "archived_at")
    public Instant archivedAt;
}
