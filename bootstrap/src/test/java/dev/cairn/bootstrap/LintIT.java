package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Tools;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The committed descriptions under the rules of docs/.spectral.yaml. */
class LintIT {
    @Test
    void linters_take_both_descriptions_without_a_word() throws Exception {
        Tools.need("node");
        Tools.need("npm");

        var lint = Tools.run(
                List.of("bash", Path.of("..", "clients", "lint", "run").toString(), "target/lint"), Map.of());

        assertThat(lint.exit()).as(lint.told()).isZero();
    }
}
