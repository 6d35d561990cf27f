package dev.cairn.adapters.persistence.customer;

import dev.cairn.adapters.persistence.shared.Conditions;
import dev.cairn.adapters.persistence.shared.Keyset;
import dev.cairn.adapters.persistence.shared.Keyset.Column;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Reads;
import dev.cairn.application.customer.view.CustomerFilter;
import dev.cairn.application.customer.view.CustomerSort;
import dev.cairn.application.customer.view.CustomerView;
import dev.cairn.application.customer.view.CustomerViews;
import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.adoption.published.Progress;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.FoldedText;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** One statement for one customer, two for a page: the items and, without a cursor, their number. */
@Singleton
class SqlCustomerViews implements CustomerViews {
    private static final String SELECT = "select " + CustomerRow.COLUMNS
            + ", f.total, f.completed from visible_customer c cross join lateral"
            + " (select coalesce(sum(p.total_weight), 0) as total, coalesce(sum(p.completed_weight), 0) as completed"
            + " from adoption_plan p where p.org_id = c.org_id and p.customer_id = c.id and p.archived_at is null) f";

    private static final String ONE = SELECT + " where c.id = $1";

    private static final Keyset<CustomerSort, CustomerView> WALK = new Keyset<>(
            key -> switch (key) {
                case NAME ->
                    Column.text(
                            "c.name_key",
                            view -> view.customer().details().name().folded().value());
                case CODE ->
                    Column.text(
                            "c.code_key",
                            view -> view.customer().code().folded().value());
                case CREATED_AT ->
                    Column.instant("c.created_at", view -> view.customer().createdAt());
                case UPDATED_AT ->
                    Column.instant("c.updated_at", view -> view.customer().updatedAt());
            },
            Column.uuid("c.id", view -> view.customer().id().value()));

    private final Reads reads;

    SqlCustomerViews(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Uni<CustomerView> get(ReadScope scope, CustomerId id) {
        return reads.one(scope, ONE, SqlCustomerViews::view, id.value())
                .map(found -> found.orElseThrow(
                        () -> new DomainException(ErrorCode.CUSTOMER_NOT_FOUND, "There is no such customer.")));
    }

    @Override
    public Uni<Page<CustomerView>> list(ReadScope scope, CustomerFilter filter, PageRequest<CustomerSort> page) {
        return Uni.createFrom().deferred(() -> {
            var where = new Conditions();
            filter.type().ifPresent(type -> where.add("c.type = ?", type.name()));
            filter.accountStatus().ifPresent(status -> where.add("c.account_status = ?", status.name()));
            filter.stage().ifPresent(stage -> where.add("c.lifecycle_stage = ?", stage.name()));
            filter.assignedTo().ifPresent(name -> where.add("c.assigned_to = ?", name));
            filter.tag().ifPresent(tag -> where.add("? = any (c.tag_keys)", tag.value()));
            filter.externalId().ifPresent(key -> where.add("c.external_id = ?", key));
            filter.text()
                    .map(FoldedText::value)
                    .ifPresent(text -> where.addSearch(text, "c.name_key", "c.email_key", "c.code_key"));
            return where.page(reads, scope, SELECT, "visible_customer c", WALK, page, SqlCustomerViews::view);
        });
    }

    private static CustomerView view(Line line) {
        var customer = CustomerRow.read(line).snapshot();
        return new CustomerView(customer, Progress.percentage(line.decimal(), line.decimal()));
    }
}
