package dev.cairn.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is handed to operators fits what it is handed to: Kubernetes knows every word, and the service every setting. */
class DeploymentTest {
    private static final Path ROOT = Path.of("..");
    private static final Path BASE = ROOT.resolve("deploy/kubernetes/base");
    private static final Path EXAMPLE = ROOT.resolve("deploy/kubernetes/overlays/example");
    private static final Path COMPOSE = ROOT.resolve("compose.yaml");
    private static final List<Path> IMAGES = List.of(ROOT.resolve("Dockerfile"), ROOT.resolve("Dockerfile.jvm"));

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.of(
            "apps/v1 Deployment", Deployment.class,
            "batch/v1 Job", Job.class,
            "v1 Service", Service.class,
            "v1 ServiceAccount", ServiceAccount.class,
            "v1 Namespace", Namespace.class,
            "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
            "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
            "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class);

    /** A name of a setting, as an environment has it. */
    private static final Pattern VARIABLE = Pattern.compile("\\b(?:QUARKUS|CAIRN)_[A-Z][A-Z0-9_]+\\b");

    /** The models take what they do not know for an extension; here it is a slip of the pen. */
    private static final ObjectMapper STRICT = new ObjectMapper(
                    new YAMLFactory().enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return false;
                }
            });

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> documents(String yaml) {
        try (var values = STRICT.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return values.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode document(Path file) {
        return documents(text(file)).get(0);
    }

    /** Reads a manifest by Kubernetes' own model of its kind, which refuses what it does not know. */
    private static List<HasMetadata> manifests(String yaml) {
        return documents(yaml).stream()
                .map(document -> {
                    var kind = document.path("apiVersion").asText() + " "
                            + document.path("kind").asText();
                    assertThat(KINDS).containsKey(kind);
                    try {
                        return (HasMetadata) STRICT.treeToValue(document, KINDS.get(kind));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    private static List<Path> resources(Path kustomization) {
        return texts(document(kustomization.resolve("kustomization.yaml")).path("resources"))
                .map(kustomization::resolve)
                .toList();
    }

    private static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }

    private static <T extends HasMetadata> List<T> all(Class<T> kind) {
        return resources(BASE).stream()
                .flatMap(file -> manifests(text(file)).stream())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static <T extends HasMetadata> T the(Class<T> kind) {
        assertThat(all(kind)).hasSize(1);
        return all(kind).get(0);
    }

    private static List<PodTemplateSpec> pods() {
        return List.of(
                the(Deployment.class).getSpec().getTemplate(),
                the(Job.class).getSpec().getTemplate());
    }

    @Nested
    class Manifests {
        @Test
        void of_every_kind_are_there_and_kubernetes_knows_every_word_of_them() throws IOException {
            var read = new ArrayList<String>();
            for (var directory : List.of(BASE, EXAMPLE)) {
                for (var file : resources(directory)) {
                    if (Files.isRegularFile(file)) {
                        manifests(text(file)).forEach(manifest -> read.add(manifest.getKind()));
                    } else {
                        assertThat(file.resolve("kustomization.yaml")).isRegularFile();
                    }
                }
                try (var files = Files.list(directory)) {
                    assertThat(files.filter(file -> !file.endsWith("kustomization.yaml")))
                            .isSubsetOf(resources(directory));
                }
            }
            assertThat(read)
                    .containsOnlyOnce(
                            "Namespace",
                            "ServiceAccount",
                            "Deployment",
                            "Job",
                            "Service",
                            "PodDisruptionBudget",
                            "HorizontalPodAutoscaler")
                    .contains("NetworkPolicy");
        }

        @Test
        void with_a_word_that_kubernetes_does_not_know_are_noticed() {
            var deployment = text(BASE.resolve("deployment.yaml"));
            assertThatThrownBy(() -> manifests(deployment.replace("runAsNonRoot:", "runAsNonroot:")))
                    .hasCauseInstanceOf(UnrecognizedPropertyException.class);
            assertThatThrownBy(() -> manifests(deployment.replace("containerPort: 8080", "containerPort: http")))
                    .hasCauseInstanceOf(JsonMappingException.class);
        }

        @Test
        void find_each_other() {
            var deployment = the(Deployment.class);
            var labels = deployment.getSpec().getTemplate().getMetadata().getLabels();
            assertThat(deployment.getSpec().getSelector().getMatchLabels()).isEqualTo(labels);
            assertThat(the(Service.class).getSpec().getSelector()).isEqualTo(labels);
            assertThat(the(PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels())
                    .isEqualTo(labels);
            assertThat(the(HorizontalPodAutoscaler.class)
                            .getSpec()
                            .getScaleTargetRef()
                            .getName())
                    .isEqualTo(deployment.getMetadata().getName());
            assertThat(all(NetworkPolicy.class).stream()
                            .map(policy -> policy.getSpec().getPodSelector().getMatchLabels()))
                    .containsExactlyInAnyOrderElementsOf(pods().stream()
                            .map(pod -> pod.getMetadata().getLabels())
                            .toList());
            assertThat(the(Service.class)
                            .getSpec()
                            .getPorts()
                            .get(0)
                            .getTargetPort()
                            .getStrVal())
                    .isEqualTo(container(deployment.getSpec().getTemplate())
                            .getPorts()
                            .get(0)
                            .getName());
        }

        @Test
        void have_patience_with_a_migration_for_as_long_as_it_may_take() {
            assertThat(the(Deployment.class)
                            .getSpec()
                            .getProgressDeadlineSeconds()
                            .longValue())
                    .isGreaterThan(the(Job.class).getSpec().getActiveDeadlineSeconds());
        }

        @Test
        void fit_with_one_replica_more_into_the_hundred_connections_of_a_server_as_it_comes() {
            var pool = Pattern.compile("`QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE` \\| `(\\d+)`")
                    .matcher(text(ROOT.resolve("docs/configuration.md")));
            assertThat(pool.find()).isTrue();
            // Five beside the pool, and two at the start.
            var ofOne = Integer.parseInt(pool.group(1)) + 5 + 2;
            var replicas = the(HorizontalPodAutoscaler.class).getSpec().getMaxReplicas()
                    + the(Deployment.class)
                            .getSpec()
                            .getStrategy()
                            .getRollingUpdate()
                            .getMaxSurge()
                            .getIntVal();
            // The migration's, and those that the server keeps for its administrator.
            assertThat(replicas * ofOne + 2 + 3).isLessThanOrEqualTo(100);
        }

        @Test
        void let_no_pod_do_more_than_it_must() {
            assertThat(pods()).allSatisfy(pod -> {
                var spec = pod.getSpec();
                assertThat(spec.getAutomountServiceAccountToken()).isFalse();
                assertThat(spec.getServiceAccountName())
                        .isEqualTo(the(ServiceAccount.class).getMetadata().getName());
                assertThat(spec.getSecurityContext().getRunAsNonRoot()).isTrue();
                assertThat(spec.getSecurityContext().getRunAsUser()).isEqualTo(10001);
                assertThat(spec.getSecurityContext().getSeccompProfile().getType())
                        .isEqualTo("RuntimeDefault");
                assertThat(spec.getHostNetwork()).isNull();
                assertThat(spec.getVolumes())
                        .allSatisfy(volume ->
                                assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull());

                var context = container(pod).getSecurityContext();
                assertThat(context.getAllowPrivilegeEscalation()).isFalse();
                assertThat(context.getReadOnlyRootFilesystem()).isTrue();
                assertThat(context.getPrivileged()).isNull();
                assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
                assertThat(context.getCapabilities().getAdd()).isEmpty();
                assertThat(container(pod).getVolumeMounts())
                        .singleElement()
                        .satisfies(mount -> assertThat(mount.getMountPath()).isEqualTo("/tmp"));
            });
        }

        @Test
        void say_what_a_pod_needs_and_what_it_may_take() {
            assertThat(pods()).allSatisfy(pod -> {
                assertThat(container(pod).getResources().getRequests()).containsKeys("cpu", "memory");
                assertThat(container(pod).getResources().getLimits()).containsKey("memory");
            });
        }

        @Test
        void ask_for_health_where_it_is_told() {
            var container = container(the(Deployment.class).getSpec().getTemplate());
            var port = container.getPorts().get(0);
            assertThat(port.getContainerPort()).isEqualTo(8080);
            assertThat(Map.of(
                            "started", container.getStartupProbe(),
                            "live", container.getLivenessProbe(),
                            "ready", container.getReadinessProbe()))
                    .allSatisfy((question, probe) -> {
                        assertThat(path(probe)).isEqualTo("/q/health/" + question);
                        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo(port.getName());
                    });
        }

        /** It asks the database for so long; whoever hangs up before hears nothing where "down" is to be heard. */
        @Test
        void have_more_patience_than_the_readiness_that_they_ask_for() {
            var container = container(the(Deployment.class).getSpec().getTemplate());
            assertThat(container.getReadinessProbe().getTimeoutSeconds()).isGreaterThan(3);
        }

        @Test
        void leave_running_requests_their_time_to_finish() throws IOException {
            var settings = new Properties();
            settings.load(Files.newBufferedReader(Path.of("src/main/resources/application.properties")));
            var finish = Duration.parse("PT" + settings.getProperty("quarkus.shutdown.timeout"));

            var pod = the(Deployment.class).getSpec().getTemplate();
            var pause = container(pod).getLifecycle().getPreStop().getSleep().getSeconds();
            assertThat(pod.getSpec().getTerminationGracePeriodSeconds()).isGreaterThan(pause + finish.toSeconds());
            assertThat(Duration.parse(
                            "PT" + service("cairn").path("stop_grace_period").asText()))
                    .isGreaterThan(finish);
        }

        @Test
        void let_nobody_in_or_out_but_who_is_named() {
            assertThat(all(NetworkPolicy.class)).allSatisfy(policy -> {
                assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
                assertThat(policy.getSpec().getIngress())
                        .allSatisfy(rule -> assertThat(rule.getFrom()).isNotEmpty());
                assertThat(policy.getSpec().getEgress()).isNotEmpty().allSatisfy(rule -> {
                    assertThat(rule.getTo()).isNotEmpty();
                    assertThat(rule.getPorts()).isNotEmpty();
                });
            });
        }

        private io.fabric8.kubernetes.api.model.Container container(PodTemplateSpec pod) {
            assertThat(pod.getSpec().getContainers()).hasSize(1);
            return pod.getSpec().getContainers().get(0);
        }

        private String path(Probe probe) {
            return probe.getHttpGet().getPath();
        }
    }

    @Nested
    class Secrets {
        private static final String OWNERS = "QUARKUS_FLYWAY_PASSWORD";
        private static final String OF_THE_SERVICE = "QUARKUS_DATASOURCE_PASSWORD";

        @Test
        void of_the_owner_and_of_the_service_meet_in_no_process() {
            assertThat(environment("migration")).contains(OWNERS).doesNotContain(OF_THE_SERVICE);
            assertThat(environment("cairn")).contains(OF_THE_SERVICE).doesNotContain(OWNERS);
            assertThat(pods())
                    .map(pod -> pod.getSpec().getContainers().get(0).getEnvFrom().stream()
                            .flatMap(from -> Stream.ofNullable(from.getSecretRef()))
                            .map(io.fabric8.kubernetes.api.model.SecretEnvSource::getName)
                            .toList())
                    .containsExactly(List.of("cairn-service"), List.of("cairn-owner"));
        }

        @Test
        void stand_in_no_file() {
            assertThat(text(ROOT.resolve("deploy/compose/env.example")).lines().filter(line -> !line.startsWith("#")))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith("="));
            var compose = document(COMPOSE).path("services");
            compose.forEach(service -> service.path("environment").properties().stream()
                    .filter(entry -> entry.getKey().contains("PASSWORD"))
                    .forEach(entry -> assertThat(entry.getValue().asText())
                            .as("without a default")
                            .matches("\\$\\{[A-Z_]+:\\?.*}")));
            assertThat(text(EXAMPLE.resolve("kustomization.yaml"))
                            .lines()
                            .filter(line -> !line.startsWith("#") && line.contains("PASSWORD")))
                    .isEmpty();
        }
    }

    @Nested
    class Settings {
        @Test
        void that_a_deployment_names_are_ones_that_the_service_has() {
            var known = VARIABLE.matcher(text(ROOT.resolve("docs/configuration.md")))
                    .results()
                    .map(found -> found.group())
                    .collect(Collectors.toSet());
            var files = new ArrayList<>(IMAGES);
            files.add(COMPOSE);
            files.add(EXAMPLE.resolve("kustomization.yaml"));
            files.addAll(resources(BASE));
            files.add(ROOT.resolve("docs/operations.md"));
            files.add(ROOT.resolve("deploy/images/healthy.c"));
            assertThat(files).allSatisfy(file -> assertThat(named(text(file))).isSubsetOf(known));
            assertThat(named(text(COMPOSE))).hasSizeGreaterThan(5);
        }

        @Test
        void that_it_needs_are_given_to_each_process() {
            assertComplete(environment("migration"), RequiredSettings.TO_MIGRATE);
            assertComplete(environment("cairn"), RequiredSettings.TO_SERVE);

            var shared = texts(document(EXAMPLE.resolve("kustomization.yaml"))
                            .path("configMapGenerator")
                            .path(0)
                            .path("literals"))
                    .map(literal -> literal.substring(0, literal.indexOf('=')))
                    .collect(Collectors.toSet());
            assertComplete(and(shared, Secrets.OWNERS), RequiredSettings.TO_MIGRATE);
            assertComplete(and(shared, Secrets.OF_THE_SERVICE), RequiredSettings.TO_SERVE);
        }

        private static Set<String> and(Set<String> names, String another) {
            var all = new LinkedHashSet<>(names);
            all.add(another);
            return all;
        }

        private static void assertComplete(Set<String> environment, RequiredSettings required) {
            assertThat(required.refusal(name -> environment.stream()
                            .filter(name.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_")::equals)
                            .findFirst()))
                    .isEmpty();
        }

        private static Set<String> named(String text) {
            return VARIABLE.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
        }
    }

    @Nested
    class Images {
        @Test
        void run_as_nobody_in_particular_and_say_how_they_are() {
            assertThat(IMAGES).allSatisfy(image -> {
                var last = text(image).substring(text(image).lastIndexOf("\nFROM "));
                assertThat(last)
                        .contains(
                                "\nUSER 10001:10001\n",
                                "\nEXPOSE 8080\n",
                                "\nSTOPSIGNAL SIGTERM\n",
                                "\nHEALTHCHECK ",
                                "org.opencontainers.image.licenses=\"Apache-2.0\"")
                        .containsPattern("\nENTRYPOINT \\[")
                        .doesNotContain("apt-get", "ADD ");
            });
        }

        @Test
        void of_others_are_named_with_their_version() {
            var names = IMAGES.stream()
                    .flatMap(image -> text(image).lines())
                    .filter(line -> line.startsWith("ARG "))
                    .map(line -> line.substring(line.indexOf('=') + 1))
                    .collect(Collectors.toSet());
            document(COMPOSE)
                    .path("services")
                    .forEach(service -> names.add(service.path("image").asText()));
            names.remove("cairn");
            assertThat(names).hasSizeGreaterThan(4).allMatch(name -> name.matches(".+:.*\\d.*"));
        }
    }

    private static JsonNode service(String name) {
        return document(COMPOSE).path("services").path(name);
    }

    private static Set<String> environment(String service) {
        return service(service).path("environment").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
