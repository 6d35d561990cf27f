package dev.cairn.application.customer;

import static dev.cairn.domain.customer.Customers.ANNA;
import static dev.cairn.domain.customer.Customers.MONDAY;
import static dev.cairn.domain.customer.Customers.aCustomer;
import static dev.cairn.domain.customer.Customers.anId;
import static dev.cairn.domain.customer.Drafts.aDraft;
import static dev.cairn.domain.shared.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.application.customer.view.CustomerView;
import dev.cairn.application.shared.Caller;
import dev.cairn.application.shared.Envelope;
import dev.cairn.application.shared.Origin;
import dev.cairn.application.shared.Permission;
import dev.cairn.application.shared.Role;
import dev.cairn.domain.customer.CustomerCode;
import dev.cairn.domain.customer.CustomerDetails;
import dev.cairn.domain.customer.Drafts;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainEvent;
import dev.cairn.domain.shared.ErrorCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreateCustomerTest {
    private final InMemoryCustomers world = new InMemoryCustomers();
    private final CreateCustomerHandler createCustomer =
            new CreateCustomerHandler(world.frame(MONDAY), world.customers());

    private CustomerView create(Optional<CustomerId> id, Optional<CustomerCode> code, CustomerDetails details) {
        return createCustomer
                .handle(
                        Envelope.plain(Caller.of(ANNA, Role.SALES), Origin.internal("test")),
                        () -> new CreateCustomer.Command(id, code, details, LifecycleStage.LEAD))
                .await()
                .indefinitely();
    }

    private CustomerView create(Drafts draft) {
        return create(Optional.empty(), Optional.empty(), draft.details());
    }

    @Test
    void the_customer_is_stored_as_it_is_shown() {
        var shown = create(aDraft().named("Acme"));
        assertThat(world.stored(shown.customer().id())).hasValue(shown.customer());
        assertThat(shown.customer().createdAt()).isEqualTo(MONDAY);
        assertThat(shown.customer().createdBy()).isEqualTo("anna");
        assertThat(shown.customer().stage()).isEqualTo(LifecycleStage.LEAD);
        assertThat(shown.progressPercentage()).isEqualTo("0.00");
    }

    @Test
    void the_world_is_told_once() {
        create(aDraft().named("Acme"));
        assertThat(world.outbox).extracting(DomainEvent::type).containsExactly("customer.created");
    }

    @Test
    void without_a_code_one_is_generated() {
        assertThat(create(aDraft().named("One")).customer().code().value()).isEqualTo("C-000001");
        assertThat(create(aDraft().named("Two")).customer().code().value()).isEqualTo("C-000002");
    }

    @Test
    void a_code_and_an_id_that_are_given_are_taken() {
        var id = anId();
        var shown = create(
                Optional.of(id),
                Optional.of(new CustomerCode("ACME")),
                aDraft().named("Acme").details());
        assertThat(shown.customer().id()).isEqualTo(id);
        assertThat(shown.customer().code().value()).isEqualTo("ACME");
    }

    @Test
    void a_refused_one_leaves_nothing_not_even_a_used_code() {
        world.keep(aCustomer().with(aDraft().named("Acme")).coded("X").build());
        assertRefused(ErrorCode.CUSTOMER_NAME_EXISTS, () -> create(aDraft().named("ACME")))
                .containsExactly("/name DUPLICATE");
        assertThat(world.outbox).isEmpty();
        assertThat(create(aDraft().named("Other")).customer().code().value()).isEqualTo("C-000001");
    }

    @Test
    void it_asks_for_the_right_to_create() {
        assertThat(createCustomer.permission()).isEqualTo(Permission.CUSTOMER_CREATE);
    }
}
