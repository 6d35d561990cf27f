package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.config.ConfigMapping;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** The page of all settings says what the code reads, under the right names and with the right defaults. */
class ConfigurationTest {
    private static final Path PAGE = Path.of("..", "docs", "configuration.md");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| `?([^`|]+?)`? \\| `?([^`|]+?)`? \\| .+ \\|");
    private static final String OF_ORGANISATIONS = "\"id\"";

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("-tests.jar"))
            .importPackages("dev.cairn.application", "dev.cairn.adapters", "dev.cairn.bootstrap");

    private record Row(String name, String environment, String usual) {}

    private final List<Row> rows = rows();

    private static List<Row> rows() {
        return ROW.matcher(text(PAGE))
                .results()
                .map(row -> new Row(row.group(1), row.group(2), row.group(3).equals("nothing") ? "" : row.group(3)))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Set<String> ownRows() {
        return rows.stream()
                .map(Row::name)
                .filter(name -> name.startsWith("cairn."))
                .collect(Collectors.toSet());
    }

    /** What the code asks for: by a parameter of a constructor or a producer, or by a mapping. */
    private static Set<String> read() {
        var names = new HashSet<String>();
        for (var type : HOUSE) {
            type.getCodeUnits().stream()
                    .map(JavaCodeUnit::getParameters)
                    .flatMap(List::stream)
                    .forEach(parameter -> property(parameter).ifPresent(names::add));
            type.getFields().stream()
                    .flatMap(field -> field.tryGetAnnotationOfType(ConfigProperty.class).stream())
                    .forEach(property -> names.add(property.name()));
            type.getMethods().stream()
                    .flatMap(method -> method.tryGetAnnotationOfType(Scheduled.class).stream())
                    .forEach(scheduled -> names.add(scheduled.every().replaceAll("[${}]", "")));
            type.tryGetAnnotationOfType(ConfigMapping.class)
                    .ifPresent(mapping -> names.addAll(mapped(mapping.prefix(), type.reflect())));
        }
        names.removeIf(name -> !name.startsWith("cairn."));
        return names;
    }

    private static Optional<String> property(JavaParameter parameter) {
        return parameter.tryGetAnnotationOfType(ConfigProperty.class).map(ConfigProperty::name);
    }

    private static Set<String> mapped(String prefix, Class<?> mapping) {
        return Arrays.stream(mapping.getDeclaredMethods())
                .flatMap(method -> mapped(prefix + "." + kebab(method), method.getGenericReturnType()))
                .collect(Collectors.toSet());
    }

    private static Stream<String> mapped(String name, Type type) {
        if (type instanceof ParameterizedType generic) {
            var isMap = generic.getRawType() == Map.class;
            return mapped(
                    isMap ? name + "." + OF_ORGANISATIONS : name, generic.getActualTypeArguments()[isMap ? 1 : 0]);
        }
        var plain = (Class<?>) type;
        return plain.getName().startsWith("dev.cairn.") ? mapped(name, plain).stream() : Stream.of(name);
    }

    private static String kebab(Method method) {
        return method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    @Test
    void every_setting_of_our_own_that_the_code_reads_has_a_row_and_no_other_has() {
        assertThat(read()).contains("cairn.http.body-timeout", "cairn.rate-limit.organisations.\"id\".client.per");
        assertThat(ownRows()).isEqualTo(read());
    }

    @Test
    void every_setting_of_our_own_that_has_a_default_has_a_row_with_it() {
        var defaults = defaults();
        assertThat(ownRows())
                .containsAll(defaults.stringPropertyNames().stream()
                        .filter(name -> name.startsWith("cairn."))
                        .toList());
        assertThat(rows)
                .filteredOn(row -> defaults.containsKey(row.name()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.usual()).as(row.name()).isEqualTo(defaults.getProperty(row.name())));
        assertThat(rows)
                .filteredOn(
                        row -> row.name().startsWith("cairn.") && !row.name().contains(OF_ORGANISATIONS))
                .allSatisfy(row -> assertThat(defaults).containsKey(row.name()));
    }

    /** Of production: what is said for a profile counts for none other. */
    private static Properties defaults() {
        var all = new Properties();
        Stream.of(
                        "src/main/resources/application.properties",
                        "../adapters/rest/src/main/resources/META-INF/microprofile-config.properties",
                        "../adapters/persistence/src/main/resources/META-INF/microprofile-config.properties",
                        "../adapters/oidc/src/main/resources/META-INF/microprofile-config.properties")
                .forEach(file -> {
                    try {
                        all.load(new StringReader(text(Path.of(file))));
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
        return all;
    }

    @Test
    void what_no_default_can_be_right_for_is_required_and_nothing_else() {
        var missing = RequiredSettings.TO_MIGRATE_AND_SERVE
                .refusal(name -> Optional.empty())
                .orElseThrow();
        assertThat(rows)
                .filteredOn(row -> row.usual().equals("required"))
                .hasSize(7)
                .allSatisfy(row -> assertThat(missing).containsPattern("\\b" + row.environment() + "\\b"));
        assertThat(missing.split(",")).hasSize(7 + 1); // one comma stands in the sentence itself
    }

    @Test
    void every_name_of_a_variable_is_that_of_its_setting() {
        assertThat(rows)
                .hasSizeGreaterThan(40)
                .filteredOn(row -> !row.name().contains(OF_ORGANISATIONS))
                .allSatisfy(row -> assertThat(row.environment())
                        .isEqualTo(row.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_")));
    }

    @Test
    void every_row_of_the_page_is_one_that_this_test_reads() {
        var lines = text(PAGE).lines().filter(line -> line.startsWith("| `")).count();
        assertThat(rows).hasSize((int) lines);
    }
}
