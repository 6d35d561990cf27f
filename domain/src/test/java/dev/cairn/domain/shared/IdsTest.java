package dev.cairn.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdsTest {
    static Stream<Function<UUID, Record>> kinds() {
        return Stream.of(
                CustomerId::new,
                ProductId::new,
                ProductTaskId::new,
                OutcomeId::new,
                ReleaseId::new,
                TagId::new,
                TelemetryDefinitionId::new,
                TelemetryAttributeId::new,
                AssignmentId::new,
                PlanId::new,
                TaskId::new,
                JobId::new);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void equal_values_of_one_kind_are_one_id(Function<UUID, Record> kind) {
        var value = UUID.fromString("01936f2e-7a10-7c3a-9d52-0f6b3c1e8a01");
        assertThat(kind.apply(value)).isEqualTo(kind.apply(value)).isNotEqualTo(kind.apply(new UUID(0, 1)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void an_id_is_never_empty(Function<UUID, Record> kind) {
        assertThatNullPointerException().isThrownBy(() -> kind.apply(null));
    }
}
