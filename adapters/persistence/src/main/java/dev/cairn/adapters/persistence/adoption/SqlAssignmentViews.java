package dev.cairn.adapters.persistence.adoption;

import dev.cairn.adapters.persistence.shared.Conditions;
import dev.cairn.adapters.persistence.shared.Keyset;
import dev.cairn.adapters.persistence.shared.Keyset.Column;
import dev.cairn.adapters.persistence.shared.Line;
import dev.cairn.adapters.persistence.shared.Reads;
import dev.cairn.adapters.persistence.shared.VisibleCustomers;
import dev.cairn.application.adoption.view.AssignmentView;
import dev.cairn.application.adoption.view.AssignmentViews;
import dev.cairn.application.shared.FixedOrder;
import dev.cairn.application.shared.Page;
import dev.cairn.application.shared.PageRequest;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.domain.shared.AssignmentId;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

@Singleton
class SqlAssignmentViews implements AssignmentViews {
    private static final String FROM = "product_assignment s"
            + " join adoption_plan p on p.org_id = s.org_id and p.assignment_id = s.id"
            + " join visible_customer c on c.org_id = s.org_id and c.id = s.customer_id";

    private static final String SELECT = "select " + AssignmentRow.COLUMNS + ", " + PlanRow.PRODUCT_VERSION + ", "
            + PlanRow.COLUMNS + " from " + FROM;

    private static final Keyset<FixedOrder, AssignmentView> WALK = Keyset.ascending(
            List.of(Column.uuid("s.id", view -> view.assignment().id().value())));

    private final Reads reads;
    private final VisibleCustomers customers;

    SqlAssignmentViews(Reads reads, VisibleCustomers customers) {
        this.reads = reads;
        this.customers = customers;
    }

    @Override
    public Uni<AssignmentView> get(ReadScope scope, CustomerId customer, AssignmentId id) {
        return customers
                .require(scope, customer)
                .chain(() -> reads.list(
                        scope,
                        SELECT + " where s.id = $1 and s.customer_id = $2 and s.removed_at is null",
                        SqlAssignmentViews::view,
                        id.value(),
                        customer.value()))
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() -> new DomainException(
                                ErrorCode.ASSIGNMENT_NOT_FOUND, "The customer has no such assignment.")));
    }

    @Override
    public Uni<Page<AssignmentView>> ofCustomer(ReadScope scope, CustomerId customer, PageRequest<FixedOrder> page) {
        return customers
                .require(scope, customer)
                .chain(() -> new Conditions()
                        .add("s.customer_id = ?", customer.value())
                        .add("s.removed_at is null")
                        .page(reads, scope, SELECT, FROM, WALK, page, SqlAssignmentViews::view));
    }

    private static AssignmentView view(Line line) {
        return new AssignmentView(AssignmentRow.read(line), SqlPlanViews.view(line));
    }
}
