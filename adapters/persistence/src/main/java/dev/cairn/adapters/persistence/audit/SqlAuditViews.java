package dev.cairn.adapters.persistence.audit;

import dev.cairn.adapters.persistence.shared.Columns;
import dev.cairn.adapters.persistence.shared.Conditions;
import dev.cairn.adapters.persistence.shared.Json;
import dev.cairn.adapters.persistence.shared.Keyset;
import dev.cairn.adapters.persistence.shared.Keyset.Column;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Reads;
import dev.cairn.adapters.persistence.shared.VisibleCustomers;
import dev.cairn.application.audit.view.AuditEntry;
import dev.cairn.application.audit.view.AuditFilter;
import dev.cairn.application.audit.view.AuditViews;
import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.EntityKind;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** Two statements for a page and its number; one more where the customer has to be visible. */
@Singleton
class SqlAuditViews implements AuditViews {
    private static final String FROM = "audit_entry e";
    private static final String OF_CUSTOMER = "e.customer_id = ?";

    /** Objects as text: the driver's own reading makes binary fractions of decimals. */
    private static final String SELECT =
            "select e.id, e.at, e.actor, e.action, e.entity_kind, e.entity_id, e.customer_id,"
                    + " e.before::text as before, e.after::text as after, e.request_id, e.address from " + FROM;

    /** Ids are made of time, and every index of the table ends in them. */
    private static final Keyset<FixedOrder, AuditEntry> NEWEST_FIRST =
            Keyset.descending(List.of(Column.uuid("e.id", AuditEntry::id)));

    private final Reads reads;
    private final VisibleCustomers customers;

    SqlAuditViews(Reads reads, VisibleCustomers customers) {
        this.reads = reads;
        this.customers = customers;
    }

    @Override
    public Uni<Page<AuditEntry>> list(ReadScope scope, AuditFilter filter, PageRequest<FixedOrder> page) {
        return Uni.createFrom().deferred(() -> page(scope, conditions(filter), page));
    }

    @Override
    public Uni<Page<AuditEntry>> ofCustomer(
            ReadScope scope, CustomerId customer, AuditFilter filter, PageRequest<FixedOrder> page) {
        return customers
                .require(scope, customer)
                .chain(() -> page(scope, conditions(filter).add(OF_CUSTOMER, customer.value()), page));
    }

    private Uni<Page<AuditEntry>> page(ReadScope scope, Conditions where, PageRequest<FixedOrder> page) {
        return where.page(reads, scope, SELECT, FROM, NEWEST_FIRST, page, SqlAuditViews::entry);
    }

    private static Conditions conditions(AuditFilter filter) {
        var where = new Conditions();
        filter.customer().ifPresent(id -> where.add(OF_CUSTOMER, id.value()));
        filter.actor().ifPresent(name -> where.add("e.actor = ?", name));
        filter.kind().ifPresent(kind -> where.add("e.entity_kind = ?", kind.name()));
        filter.entity().ifPresent(id -> where.add("e.entity_id = ?", id));
        filter.action().ifPresent(type -> where.add("e.action = ?", type));
        filter.from().ifPresent(time -> where.add("e.at >= ?", Columns.time(time)));
        filter.to().ifPresent(time -> where.add("e.at < ?", Columns.time(time)));
        return where;
    }

    private static AuditEntry entry(Line line) {
        return new AuditEntry(
                line.uuid(),
                line.instant(),
                line.text(),
                line.text(),
                line.constant(EntityKind.class),
                line.uuid(),
                line.maybeUuid().map(CustomerId::new),
                Json.object(line.text()),
                Json.object(line.text()),
                line.text(),
                line.text());
    }
}
