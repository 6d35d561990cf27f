package dev.cairn.application.customer;

import static dev.cairn.domain.customer.Customers.BEN;
import static dev.cairn.domain.customer.Customers.NO_NOTE;
import static dev.cairn.domain.customer.Customers.TUESDAY;
import static dev.cairn.domain.customer.Customers.aCustomer;
import static dev.cairn.domain.customer.Customers.anId;
import static dev.cairn.domain.customer.Drafts.aDraft;
import static dev.cairn.domain.customer.Drafts.aPerson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.application.customer.port.Customers;
import dev.cairn.domain.customer.Address;
import dev.cairn.domain.customer.Customer;
import dev.cairn.domain.customer.CustomerCode;
import dev.cairn.domain.customer.Drafts;
import dev.cairn.domain.customer.LifecycleReason;
import dev.cairn.domain.customer.SuspensionReason;
import dev.cairn.domain.customer.published.LifecycleStage;
import dev.cairn.domain.shared.Actor;
import dev.cairn.domain.shared.CustomerId;
import dev.cairn.domain.shared.DomainException;
import dev.cairn.domain.shared.ErrorCode;
import dev.cairn.domain.shared.OrgId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Customers} keeps. */
public abstract class CustomersContract {
    protected abstract Customers customers();

    /** Runs the steps in one unit of work of the organisation and waits for them. */
    protected abstract <T> T inOneUnit(OrgId org, Supplier<Uni<T>> steps);

    /** How many events the store holds for the outbox. */
    protected abstract long storedEvents();

    /** An organisation that no other test knows. */
    protected abstract OrgId org();

    /** Another one. */
    protected abstract OrgId elsewhere();

    private Actor anna() {
        return new Actor(org(), "anna");
    }

    private dev.cairn.domain.customer.Customers ours() {
        return aCustomer().createdBy(anna());
    }

    private <T> T inOneUnit(Supplier<Uni<T>> steps) {
        return inOneUnit(org(), steps);
    }

    private Customer.Snapshot stored(dev.cairn.domain.customer.Customers customer) {
        var fresh = customer.fresh();
        inOneUnit(() -> customers().add(fresh));
        return fresh.snapshot();
    }

    private Customer.Snapshot read(CustomerId id) {
        return inOneUnit(() -> customers().get(id)).snapshot();
    }

    private void refuses(ErrorCode code, Supplier<Uni<?>> steps) {
        refuses(code, org(), steps);
    }

    private void refuses(ErrorCode code, OrgId org, Supplier<Uni<?>> steps) {
        assertThatThrownBy(() -> inOneUnit(org, () -> steps.get().replaceWithVoid()))
                .asInstanceOf(InstanceOfAssertFactories.type(DomainException.class))
                .extracting(DomainException::code)
                .isEqualTo(code);
    }

    @Test
    void what_was_added_is_read_as_it_was() {
        var full = stored(ours().at(LifecycleStage.LEAD)
                .with(aPerson("Ada", "Moreau")
                        .externalId("crm-1")
                        .companyName("Acme")
                        .industry("Retail")
                        .source("Fair")
                        .website("https://acme.example")
                        .phone("1")
                        .email("Ada@acme.example")
                        .address(new Address(
                                Optional.of("1 Harbour Street"),
                                Optional.empty(),
                                Optional.of("Yorkshire"),
                                Optional.empty(),
                                Optional.of("GB")))
                        .description("")
                        .assignedTo("ben")
                        .tagged(List.of("emea", "Key"))
                        .nextFollowUpAt(TUESDAY)));
        assertThat(read(full.id())).isEqualTo(full);
        var bare = stored(ours());
        assertThat(read(bare.id())).isEqualTo(bare);
    }

    @Test
    void what_was_saved_is_read_as_it_became() {
        var id = stored(ours()).id();
        var saved = inOneUnit(() -> customers().get(id).chain(customer -> {
            customer.update(aDraft().named("Renamed").details(), Optional.of(new CustomerCode("NEW")), BEN, TUESDAY);
            customer.move(LifecycleReason.CONVERTED, NO_NOTE, BEN, TUESDAY);
            customer.suspend(SuspensionReason.OTHER, NO_NOTE, BEN, TUESDAY);
            return customers().save(customer).replaceWith(customer::snapshot);
        }));
        assertThat(read(id)).isEqualTo(saved);
        assertThat(saved.version()).isEqualTo(4);
    }

    @Test
    void what_happened_to_it_is_stored_with_it_once() {
        var before = storedEvents();
        var id = stored(ours().with(aDraft().named("Told").assignedTo("ben"))).id();
        assertThat(storedEvents()).isEqualTo(before + 2);
        inOneUnit(() -> customers().get(id).chain(customer -> {
            customer.move(LifecycleReason.QUALIFIED, NO_NOTE, BEN, TUESDAY);
            return customers().save(customer);
        }));
        assertThat(storedEvents()).isEqualTo(before + 3);
    }

    @Test
    void a_failure_after_save_leaves_neither_state_nor_event() {
        var state = stored(ours());
        var before = storedEvents();
        assertThatThrownBy(() -> inOneUnit(() -> customers().get(state.id()).chain(customer -> {
                    customer.move(LifecycleReason.QUALIFIED, NO_NOTE, BEN, TUESDAY);
                    return customers()
                            .save(customer)
                            .chain(() -> Uni.createFrom().<Void>failure(new IllegalStateException("later step")));
                })))
                .hasStackTraceContaining("later step");
        assertThat(read(state.id())).isEqualTo(state);
        assertThat(storedEvents()).isEqualTo(before);
    }

    @Test
    void nobody_is_found_under_an_id_that_nobody_has() {
        refuses(ErrorCode.CUSTOMER_NOT_FOUND, () -> customers().get(anId()));
    }

    @Test
    void another_organisations_customer_is_nobody() {
        var id = stored(ours()).id();
        refuses(ErrorCode.CUSTOMER_NOT_FOUND, elsewhere(), () -> customers().get(id));
    }

    @Test
    void a_deleted_one_is_nobody() {
        var id = stored(ours()).id();
        delete(id);
        refuses(ErrorCode.CUSTOMER_NOT_FOUND, () -> customers().get(id));
    }

    private void delete(CustomerId id) {
        inOneUnit(() -> customers().get(id).chain(customer -> {
            customer.delete(BEN, TUESDAY);
            return customers().save(customer);
        }));
    }

    @Nested
    class Codes {
        @Test
        void count_on_from_one_in_each_organisation() {
            assertThat(next(org()).value()).isEqualTo("C-000001");
            assertThat(next(org()).value()).isEqualTo("C-000002");
            assertThat(next(elsewhere()).value()).isEqualTo("C-000001");
        }

        @Test
        void pass_over_those_that_people_gave() {
            stored(ours().coded("c-000001"));
            stored(ours().coded("C-000002"));
            assertThat(next(org()).value()).isEqualTo("C-000003");
        }

        private CustomerCode next(OrgId org) {
            return inOneUnit(org, () -> customers().nextCode());
        }
    }

    @Nested
    class WhatIsTaken {
        private void isRefused(ErrorCode code, Drafts first, Drafts second) {
            stored(ours().with(first));
            refuses(code, () -> customers().add(ours().with(second).fresh()));
        }

        @Test
        void a_name_ignoring_case() {
            isRefused(ErrorCode.CUSTOMER_NAME_EXISTS, aDraft().named("Ärger GmbH"), aDraft().named("äRGER gmbh"));
        }

        @Test
        void an_email_ignoring_case() {
            isRefused(
                    ErrorCode.CUSTOMER_EMAIL_EXISTS,
                    aDraft().named("One").email("a@b.example"),
                    aDraft().named("Two").email("A@B.example"));
        }

        @Test
        void an_external_id_as_it_is_written() {
            isRefused(
                    ErrorCode.EXTERNAL_ID_EXISTS,
                    aDraft().named("One").externalId("e"),
                    aDraft().named("Two").externalId("e"));
            stored(ours().with(aDraft().named("Three").externalId("E")));
        }

        @Test
        void a_code_ignoring_case() {
            stored(ours().coded("X1"));
            refuses(
                    ErrorCode.CUSTOMER_CODE_EXISTS,
                    () -> customers().add(ours().coded("x1").fresh()));
        }

        @Test
        void not_the_name_of_a_person() {
            stored(ours().with(aPerson("Ada", "Moreau")));
            stored(ours().with(aPerson("Ada", "Moreau")));
            stored(ours().with(aDraft().named("Ada Moreau")));
        }

        @Test
        void not_what_another_organisation_has() {
            stored(ours().coded("X1").with(aDraft().named("Acme").email("a@b.example")));
            var theirs = aCustomer()
                    .createdBy(new Actor(elsewhere(), "carol"))
                    .coded("X1")
                    .with(aDraft().named("Acme").email("a@b.example"))
                    .fresh();
            inOneUnit(elsewhere(), () -> customers().add(theirs));
        }

        @Test
        void not_what_a_deleted_one_had() {
            var all = aDraft().named("Acme").email("a@b.example").externalId("e");
            var id = stored(ours().coded("X1").with(all)).id();
            delete(id);
            stored(ours().coded("X1").with(all));
        }

        @Test
        void is_refused_to_a_change_as_well() {
            stored(ours().with(aDraft().named("Acme")));
            var id = stored(ours().with(aDraft().named("Other"))).id();
            refuses(
                    ErrorCode.CUSTOMER_NAME_EXISTS,
                    () -> customers().get(id).chain(customer -> {
                        customer.update(aDraft().named("ACME").details(), Optional.empty(), BEN, TUESDAY);
                        return customers().save(customer);
                    }));
            assertThat(read(id).details().name().full()).isEqualTo("Other");
        }

        @Test
        void not_what_it_has_itself() {
            var id = stored(ours().with(aDraft().named("Acme"))).id();
            inOneUnit(() -> customers().get(id).chain(customer -> {
                customer.update(aDraft().named("ACME").details(), Optional.empty(), BEN, TUESDAY);
                return customers().save(customer);
            }));
            assertThat(read(id).details().name().full()).isEqualTo("ACME");
        }
    }
}
