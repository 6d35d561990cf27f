package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.bootstrap.support.Tools;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The committed descriptions, of the API under the rules of docs/.spectral.yaml, and of the images. */
class LintIT {
    @Test
    void linters_take_both_descriptions_without_a_word() throws Exception {
        assertTaken(Path.of("..", "clients", "lint", "run"), "target/lint");
    }

    @Test
    void a_linter_takes_the_images_without_a_word() throws Exception {
        assertTaken(Path.of("..", "deploy", "images", "lint", "run"), "target/lint-images");
    }

    private static void assertTaken(Path linter, String work) throws Exception {
        Tools.need("node");
        Tools.need("npm");

        var lint = Tools.run(List.of("bash", linter.toString(), work), Map.of());

        assertThat(lint.exit()).as(lint.told()).isZero();
    }
}
