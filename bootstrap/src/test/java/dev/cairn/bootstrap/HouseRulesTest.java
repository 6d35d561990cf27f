package dev.cairn.bootstrap;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.cairn.application.shared.Handler;
import dev.cairn.application.shared.ReadScope;
import dev.cairn.application.shared.UseCase;
import dev.cairn.domain.shared.AggregateRoot;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rules of the house that a machine can check, and for each the offenders that it must bite: a rule over a package
 * that does not exist passes for ever, and only the offender notices.
 */
class HouseRulesTest {
    private static final String OFFENDERS = "dev.cairn.bootstrap.offender.";
    private static final String DOMAIN = "dev.cairn..domain..";
    private static final String APPLICATION = "dev.cairn..application..";
    private static final String ADAPTERS = "dev.cairn..adapters..";
    private static final String REST = "dev.cairn..adapters.rest..";

    /** The one library of the domain: regular expressions in linear time, for telemetry. */
    private static final String REGEX = "com.google.re2j..";

    private static final String PERSISTENCE = "dev.cairn..adapters.persistence..";

    /** Where classes of a context lie: layer, context, and the place inside it. */
    private static final Pattern CONTEXT =
            Pattern.compile("dev\\.cairn\\.(?:bootstrap\\.offender\\.)?(domain|application)\\.(\\w+)(\\..*)?");

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(HouseRulesTest::isMainCode)
            .importPackages("dev.cairn.domain", "dev.cairn.application", "dev.cairn.adapters", "dev.cairn.bootstrap");

    private static boolean isMainCode(Location location) {
        return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }

    enum Rule {
        THE_DOMAIN_USES_THE_JDK_AND_ITSELF(
                classes()
                        .that()
                        .resideInAPackage(DOMAIN)
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage("java..", DOMAIN, REGEX)),
                "domain.sales.ReactiveQuote"),
        ONLY_TELEMETRY_MATCHES_WHAT_OTHERS_WROTE(
                noClasses()
                        .that()
                        .resideInAPackage("dev.cairn..")
                        .and()
                        .resideOutsideOfPackage("dev.cairn.domain.telemetry..")
                        .should()
                        .dependOnClassesThat(resideInAPackage(REGEX)),
                "domain.sales.MatchingQuote"),
        THE_APPLICATION_USES_THE_DOMAIN_MUTINY_AND_INJECT(
                classes()
                        .that()
                        .resideInAPackage(APPLICATION)
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(
                                "java..",
                                DOMAIN,
                                APPLICATION,
                                "io.smallrye.mutiny..",
                                "jakarta.inject..",
                                "org.jspecify..")),
                "application.sales.HttpSales"),
        CONTEXTS_SEE_EACH_OTHER_BY_WHAT_THEY_PUBLISH(
                classes().that().resideInAnyPackage(DOMAIN, APPLICATION).should(stayOutOfOtherContexts()),
                "domain.sales.NosyQuote",
                "application.sales.NosySales"),
        TIME_AND_NEW_IDS_ARE_ARGUMENTS(
                noClasses()
                        .that()
                        .resideInAnyPackage(DOMAIN, APPLICATION, ADAPTERS)
                        .or()
                        .resideInAPackage("dev.cairn.bootstrap")
                        .and()
                        .doNotHaveFullyQualifiedName("dev.cairn.bootstrap.Wiring")
                        .should()
                        .accessTargetWhere(asksTheMachine()),
                "domain.sales.ClockedQuote"),
        AN_AGGREGATE_HAS_TWO_DOORS_AND_NO_SETTER(
                classes()
                        .that()
                        .areAssignableTo(AggregateRoot.class)
                        .and()
                        .doNotHaveModifier(JavaModifier.ABSTRACT)
                        .should(haveTwoDoors()),
                "domain.sales.OpenQuote"),
        NO_USE_CASE_WALKS_AROUND_THE_GATE(
                classes()
                        .that()
                        .implement(UseCase.class)
                        .and()
                        .areNotInterfaces()
                        .should()
                        .beAssignableTo(Handler.class),
                "application.sales.Ungated"),
        HANDLERS_ARE_CALLED_BY_THEIR_VERB(
                classes()
                        .that()
                        .areAssignableTo(Handler.class)
                        .and()
                        .resideOutsideOfPackage("dev.cairn.application.shared")
                        .should()
                        .bePackagePrivate(),
                "application.sales.PublicHandler"),
        HANDLERS_USE_NO_OTHER_USE_CASE(
                classes()
                        .that()
                        .areAssignableTo(Handler.class)
                        .and()
                        .doNotHaveFullyQualifiedName(Handler.class.getName())
                        .should(useNoOtherUseCase()),
                "application.sales.BusyHandler",
                "application.sales.LeaningHandler"),
        A_VIEW_ASKS_FOR_THE_SCOPE_FIRST(
                methods()
                        .that()
                        .areDeclaredInClassesThat(resideInAPackage("dev.cairn..application..view..")
                                .and(describe(
                                        "are views",
                                        type -> type.getSimpleName().endsWith("Views"))))
                        .should(takeAScopeFirst()),
                "application.sales.view.QuoteViews"),
        NOBODY_WAITS(
                noClasses()
                        .that()
                        .resideInAnyPackage(DOMAIN, APPLICATION, ADAPTERS)
                        .or()
                        .resideInAPackage("dev.cairn.bootstrap")
                        .should()
                        .accessTargetWhere(waits()),
                "application.sales.WaitingSales"),
        REST_KNOWS_USE_CASES_AND_VIEWS_ONLY(
                noClasses()
                        .that()
                        .resideInAPackage(REST)
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(
                                        PERSISTENCE, "dev.cairn..adapters.oidc..", "dev.cairn..application..port..")
                                .or(assignableTo(Handler.class))
                                .or(resideInAnyPackage("io.vertx.sqlclient..", "org.hibernate..", "java.sql.."))),
                "adapters.rest.sales.SqlQuoteResource",
                "adapters.rest.sales.PortQuoteResource"),
        REST_LETS_NO_AGGREGATE_BEHAVE(
                noClasses()
                        .that()
                        .resideInAPackage(REST)
                        .should()
                        .accessTargetWhere(on(assignableTo(AggregateRoot.class))),
                "adapters.rest.sales.DecidingQuoteResource"),
        RESOURCE_METHODS_ARE_PUBLIC(
                methods().that().areMetaAnnotatedWith(HttpMethod.class).should().bePublic(),
                "adapters.rest.sales.HiddenQuoteResource"),
        PERSISTENCE_RUNS_NO_USE_CASE(
                noClasses()
                        .that()
                        .resideInAPackage(PERSISTENCE)
                        .should()
                        .dependOnClassesThat(assignableTo(UseCase.class).or(assignableTo(Handler.class))),
                "adapters.persistence.sales.BusyQuotes"),
        NO_ADAPTER_USES_ANOTHER(
                classes().that().resideInAPackage(ADAPTERS).should(stayInTheirAdapter()),
                "adapters.persistence.sales.RestlessQuotes",
                "adapters.rest.sales.SqlQuoteResource"),
        TRANSACTIONS_ARE_OPENED_IN_THREE_PLACES(
                noClasses()
                        .that()
                        .resideInAPackage(ADAPTERS)
                        .and()
                        .doNotHaveFullyQualifiedName("dev.cairn.adapters.persistence.shared.DatabaseUnitOfWork")
                        .and()
                        .doNotHaveFullyQualifiedName("dev.cairn.adapters.persistence.shared.Reads")
                        .and()
                        .doNotHaveFullyQualifiedName("dev.cairn.adapters.persistence.shared.Asides")
                        .and()
                        .doNotHaveFullyQualifiedName("dev.cairn.adapters.persistence.shared.RequestPool")
                        .should()
                        .accessTargetWhere(opensATransaction()),
                "adapters.persistence.sales.OwnTransaction",
                "adapters.persistence.sales.OwnConnection",
                "adapters.persistence.sales.OwnStatement",
                "adapters.persistence.sales.OwnPool");

        private final ArchRule rule;
        private final List<String> offenders;

        Rule(ArchRule rule, String... offenders) {
            this.rule = rule;
            this.offenders = List.of(offenders);
        }
    }

    @ParameterizedTest
    @EnumSource
    void holds_in_the_house(Rule rule) {
        rule.rule.check(HOUSE);
    }

    @ParameterizedTest
    @EnumSource
    void bites_its_offenders(Rule rule) {
        assertThat(rule.offenders).isNotEmpty();
        for (var offender : rule.offenders) {
            var alone = new ClassFileImporter().importClasses(type(OFFENDERS + offender));
            assertThatThrownBy(() -> rule.rule.check(alone))
                    .as(offender)
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("was violated");
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void no_offender_is_idle() throws IOException {
        var working = Stream.of(Rule.values())
                .flatMap(rule -> rule.offenders.stream())
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .toList();
        try (var files = Files.walk(Path.of("src/test/java/dev/cairn/bootstrap/offender"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                            .map(name -> name.replace(".java", "")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(working).contains(name));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../domain",
                "../application",
                "../adapters/rest",
                "../adapters/persistence",
                "../adapters/oidc",
                "../devservices/runtime",
                "../devservices/deployment",
                "."
            })
    void every_package_says_what_lives_in_it(String module) throws IOException {
        try (var files = Files.walk(Path.of(module, "src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .map(Path::getParent)
                            .distinct())
                    .isNotEmpty()
                    .allSatisfy(folder ->
                            assertThat(folder.resolve("package-info.java")).exists());
        }
    }

    private static ArchCondition<JavaClass> stayOutOfOtherContexts() {
        return condition("see other contexts by what they publish", (type, events) -> {
            var here = CONTEXT.matcher(type.getPackageName());
            if (!here.matches()) {
                return;
            }
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass();
                var there = CONTEXT.matcher(target.getPackageName());
                var foreign = there.matches()
                        && !there.group(2).equals("shared")
                        && !there.group(2).equals(here.group(2))
                        && !String.valueOf(there.group(3)).startsWith(".published");
                if (foreign) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                }
            }
        });
    }

    private static ArchCondition<JavaClass> stayInTheirAdapter() {
        var adapter = Pattern.compile("dev\\.cairn\\.(?:bootstrap\\.offender\\.)?adapters\\.(\\w+).*");
        return condition("use no other adapter", (type, events) -> {
            var here = adapter.matcher(type.getPackageName());
            if (!here.matches()) {
                return;
            }
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var there = adapter.matcher(dependency.getTargetClass().getPackageName());
                if (there.matches() && !there.group(1).equals(here.group(1))) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                }
            }
        });
    }

    private static ArchCondition<JavaClass> haveTwoDoors() {
        return condition("have no public constructor, no setter, and a restore(Snapshot)", (type, events) -> {
            type.getConstructors().stream()
                    .filter(door -> !door.getModifiers().contains(JavaModifier.PRIVATE))
                    .forEach(door -> events.add(SimpleConditionEvent.violated(
                            type, door.getDescription() + " is a door that is not named")));
            type.getMethods().stream()
                    .filter(method -> method.getName().matches("set[A-Z].*"))
                    .forEach(method ->
                            events.add(SimpleConditionEvent.violated(type, method.getDescription() + " is a setter")));
            if (type.getMethods().stream().noneMatch(HouseRulesTest::isRestore)) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " cannot be restored"));
            }
        });
    }

    private static boolean isRestore(JavaMethod method) {
        return method.getName().equals("restore") && method.getModifiers().contains(JavaModifier.STATIC);
    }

    private static ArchCondition<JavaClass> useNoOtherUseCase() {
        return condition("use no other handler and no other use case", (type, events) -> {
            for (var dependency : type.getDirectDependenciesFromSelf()) {
                var target = dependency.getTargetClass();
                if (target.isAssignableTo(UseCase.class) && !type.isAssignableTo(target.getFullName())) {
                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                }
            }
        });
    }

    private static ArchCondition<JavaMethod> takeAScopeFirst() {
        return new ArchCondition<>("take a ReadScope first") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var parameters = method.getRawParameterTypes();
                if (parameters.isEmpty() || !parameters.get(0).isEquivalentTo(ReadScope.class)) {
                    events.add(SimpleConditionEvent.violated(
                            method, method.getDescription() + " can be read without a scope"));
                }
            }
        };
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheMachine() {
        return target(
                "ask the machine for time, chance or ids",
                (owner, name) -> owner.getPackageName().equals("java.time") && name.equals("now")
                        || owner.isEquivalentTo(Clock.class) && name.startsWith("system")
                        || owner.isEquivalentTo(Clock.class) && name.startsWith("tick")
                        || owner.isEquivalentTo(System.class) && name.matches("currentTimeMillis|nanoTime")
                        || owner.isEquivalentTo(UUID.class) && name.equals("randomUUID")
                        || owner.isEquivalentTo(Math.class) && name.equals("random"));
    }

    private static DescribedPredicate<JavaAccess<?>> waits() {
        return target(
                "wait",
                (owner, name) -> owner.isAssignableTo(Uni.class) && name.startsWith("await")
                        || owner.isAssignableTo(CompletableFuture.class) && name.matches("join|get")
                        || owner.isAssignableTo(io.vertx.core.Future.class) && name.equals("await")
                        || owner.isEquivalentTo(Thread.class) && name.equals("sleep")
                        || owner.getName().equals("io.quarkus.vertx.VertxContextSupport"));
    }

    private static DescribedPredicate<JavaAccess<?>> opensATransaction() {
        return target(
                "open a connection, a session or a transaction",
                (owner, name) -> owner.isAssignableTo(Pool.class)
                        || owner.isEquivalentTo(SqlClient.class) // what is no connection of a unit
                        || owner.isEquivalentTo(PgBuilder.class)
                        || owner.getName().startsWith("io.quarkus.hibernate.reactive.panache.")
                                && name.matches(
                                        "withTransaction|withSession|withStatelessTransaction|withStatelessSession")
                        || owner.getName().startsWith("org.hibernate.reactive.mutiny.Mutiny$SessionFactory"));
    }

    private static DescribedPredicate<JavaAccess<?>> on(DescribedPredicate<? super JavaClass> owner) {
        return target("of " + owner.getDescription(), (type, name) -> owner.test(type));
    }

    private interface TargetTest {
        boolean test(JavaClass owner, String name);
    }

    private static DescribedPredicate<JavaAccess<?>> target(String description, TargetTest test) {
        return describe(description, access -> {
            AccessTarget target = access.getTarget();
            return test.test(target.getOwner(), target.getName());
        });
    }

    private interface Check {
        void run(JavaClass type, ConditionEvents events);
    }

    private static ArchCondition<JavaClass> condition(String description, Check check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.run(type, events);
            }
        };
    }
}
