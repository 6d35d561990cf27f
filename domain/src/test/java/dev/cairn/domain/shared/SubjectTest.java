package dev.cairn.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SubjectTest {
    private static final UUID ID = UUID.fromString("01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01");

    @Test
    void a_customer_belongs_to_itself() {
        var subject = Subject.of(new CustomerId(ID));
        assertThat(subject.customer()).hasValue(new CustomerId(ID));
        assertThat(subject.path()).isEqualTo("customer/01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01");
    }

    @Test
    void its_path_names_its_kind_in_small_letters() {
        assertThat(new Subject(EntityKind.ADOPTION_PLAN, ID, Optional.empty()).path())
                .isEqualTo("adoption_plan/" + ID);
    }
}
