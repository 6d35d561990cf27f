package dev.cairn.domain.catalog;

import static dev.cairn.domain.catalog.Drafts.aDefinition;
import static dev.cairn.domain.catalog.Drafts.aDocument;
import static dev.cairn.domain.catalog.Drafts.aTask;
import static dev.cairn.domain.catalog.Refusals.assertRefused;
import static dev.cairn.domain.shared.ErrorCode.VALIDATION_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductDocumentTest {
    @Test
    void a_name_alone_is_a_document() {
        var document = aDocument().named("  Secure Edge ").build();
        assertThat(document.details().name()).isEqualTo("Secure Edge");
        assertThat(document.tasks()).isEmpty();
    }

    @Test
    void all_faults_come_at_once_each_with_its_place() {
        var faulty = aDocument()
                .nameless()
                .described("d".repeat(5_001))
                .known(" ")
                .outcome(" ", "o".repeat(256))
                .releaseWithoutLevel("2026.1")
                .release("r2", "2026.2", "-1")
                .tag("net", " ", "blue", -1)
                .with(
                        aTask("Fine"),
                        aTask("Faulty")
                                .key("k".repeat(101))
                                .described("d".repeat(5_001))
                                .taking(1_000_001)
                                .weighing("100.01")
                                .at(0)
                                .outcomes("zero-trust", "zero-trust")
                                .docs("https://docs.example.org", "ftp://docs.example.org")
                                .videos("nowhere")
                                .noted("n".repeat(5_001))
                                .with(aDefinition(" ").typeless().at(-1).described("d".repeat(5_001))));
        assertRefused(VALIDATION_ERROR, faulty::build)
                .containsExactlyInAnyOrder(
                        "/name REQUIRED",
                        "/description LENGTH",
                        "/externalId REQUIRED",
                        "/outcomes/0/key REQUIRED",
                        "/outcomes/0/name LENGTH",
                        "/releases/0/level REQUIRED",
                        "/releases/1/level RANGE",
                        "/tags/0/name REQUIRED",
                        "/tags/0/color FORMAT",
                        "/tags/0/order RANGE",
                        "/tasks/1/key LENGTH",
                        "/tasks/1/description LENGTH",
                        "/tasks/1/estMinutes RANGE",
                        "/tasks/1/weight RANGE",
                        "/tasks/1/sequenceNumber RANGE",
                        "/tasks/1/outcomes/1 DUPLICATE",
                        "/tasks/1/howToDoc/1 FORMAT",
                        "/tasks/1/howToVideo/0 FORMAT",
                        "/tasks/1/notes LENGTH",
                        "/tasks/1/telemetry/0/name REQUIRED",
                        "/tasks/1/telemetry/0/dataType REQUIRED",
                        "/tasks/1/telemetry/0/order RANGE",
                        "/tasks/1/telemetry/0/description LENGTH");
    }

    @Test
    void duplicates_inside_one_document_are_faults() {
        var doubled = aDocument()
                .outcome("a", "Zero trust")
                .outcome("b", "ZERO TRUST ")
                .outcome("a", "Visibility")
                .release("r", "2026.1", "1")
                .release("r", "2026.1", "2")
                .tag("net", "Network")
                .tag("net-2", "network")
                .with(
                        aTask("Connect").key("connect").at(1),
                        aTask("Connect").key("connect").at(1),
                        aTask("Inspect")
                                .with(
                                        aDefinition("Users").key("u"),
                                        aDefinition("USERS").key("u")));
        assertRefused(VALIDATION_ERROR, doubled::build)
                .containsExactlyInAnyOrder(
                        "/outcomes/1/name DUPLICATE",
                        "/outcomes/2/key DUPLICATE",
                        "/releases/1/key DUPLICATE",
                        "/releases/1/name DUPLICATE",
                        "/tags/1/name DUPLICATE",
                        "/tasks/1/key DUPLICATE",
                        "/tasks/1/sequenceNumber DUPLICATE",
                        "/tasks/2/telemetry/1/name DUPLICATE",
                        "/tasks/2/telemetry/1/key DUPLICATE");
    }

    @Test
    void tasks_may_share_a_name() {
        assertThat(aDocument().with(aTask("Connect"), aTask("Connect")).build().tasks())
                .hasSize(2);
    }

    @Test
    void a_list_that_is_too_long_is_one_fault_and_not_looked_into() {
        var tasks =
                IntStream.range(0, Limits.TASKS + 1).mapToObj(i -> aTask(" ")).toArray(Drafts.Task[]::new);
        var many = IntStream.range(0, Limits.LINKS + 1).mapToObj(i -> "nowhere").toArray(String[]::new);
        assertRefused(VALIDATION_ERROR, () -> aDocument().with(tasks).build()).containsExactly("/tasks LENGTH");
        assertRefused(VALIDATION_ERROR, () -> aTask("Connect").docs(many).build())
                .containsExactly("/howToDoc LENGTH");
    }

    @Test
    void the_bounds_themselves_are_allowed() {
        var task = aTask("t".repeat(255))
                .key("k".repeat(100))
                .described("d".repeat(5_000))
                .noted("n".repeat(5_000))
                .taking(1_000_000)
                .weighing("100")
                .build();
        assertThat(task.weight().orElseThrow().value()).isEqualTo("100.00");
        assertThat(aTask("Light").weighing("0").taking(0).build().estMinutes()).hasValue(0);
    }

    @Test
    void parts_alone_are_checked_from_their_own_place_on() {
        assertRefused(VALIDATION_ERROR, () -> Drafts.anOutcome(" ")).containsExactly("/name REQUIRED");
        assertRefused(VALIDATION_ERROR, () -> Drafts.aRelease("2026.1", "-1")).containsExactly("/level RANGE");
        assertRefused(VALIDATION_ERROR, () -> Drafts.aTag("Network", -1)).containsExactly("/order RANGE");
        assertRefused(
                        VALIDATION_ERROR,
                        () -> ProductDetails.of(new ProductDetails.Draft(
                                Optional.empty(), Optional.empty(), Optional.of("e".repeat(256)))))
                .containsExactly("/name REQUIRED", "/externalId LENGTH");
        assertRefused(
                        VALIDATION_ERROR,
                        () -> ReleaseDocument.of(new ReleaseDocument.Draft(
                                Optional.empty(), Optional.empty(), Optional.of(BigDecimal.ONE))))
                .containsExactly("/name REQUIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1f6fe", "1f6feb", "#1f6feg", "#1f6feb0", ""})
    void a_colour_is_a_hash_and_six_hexadecimal_digits(String color) {
        assertRefused(
                        VALIDATION_ERROR,
                        () -> aDocument().tag("net", "Network", color, 0).build())
                .containsExactly("/tags/0/color FORMAT");
    }
}
