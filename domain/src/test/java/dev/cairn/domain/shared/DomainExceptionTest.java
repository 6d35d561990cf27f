package dev.cairn.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainExceptionTest {
    @Test
    void is_an_answer_and_carries_no_stack_trace() {
        var refusal = new DomainException(ErrorCode.TASK_NOT_FOUND, "There is no such task.");
        assertThat(refusal.code()).isEqualTo(ErrorCode.TASK_NOT_FOUND);
        assertThat(refusal.detail()).isEqualTo("There is no such task.");
        assertThat(refusal.faults()).isEmpty();
        assertThat(refusal.getStackTrace()).isEmpty();
    }

    @Test
    void a_value_that_is_wrong_in_itself_does_not_know_where_it_stands() {
        var refusal = DomainException.invalid(Fault.Code.LENGTH, "at most 5 characters");
        assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_ERROR);
        assertThat(refusal.faults()).containsExactly(new Fault("", Fault.Code.LENGTH, "at most 5 characters"));
    }

    @Test
    void its_faults_do_not_change_behind_its_back() {
        var faults = new ArrayList<>(List.of(new Fault("/a", Fault.Code.TYPE, "must be a text")));
        var refusal = new DomainException(ErrorCode.VALIDATION_ERROR, "one fault", faults);
        faults.clear();
        assertThat(refusal.faults()).hasSize(1);
    }

    @Test
    void of_more_faults_than_anybody_reads_it_keeps_the_first() {
        var many = java.util.stream.IntStream.rangeClosed(0, Faults.MAX)
                .mapToObj(i -> new Fault("/" + i, Fault.Code.REFERENCE, "is none"))
                .toList();

        var told = new DomainException(ErrorCode.OUTCOME_NOT_OF_PRODUCT, "too many", many).faults();

        assertThat(told).hasSize(Faults.MAX);
        assertThat(told.get(0).pointer()).isEqualTo("/0");
    }
}
