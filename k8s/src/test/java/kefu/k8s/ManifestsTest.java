package kefu.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.knative.serving.v1.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kefu.model.event.DeadLetter;
import kefu.model.event.Topics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Renders the overlays and holds what comes out to the types it claims and to the code it deploys. */
class ManifestsTest {
    private static final List<String> FUNCTIONS =
            List.of("analytics", "inference", "profiling", "recommendation", "routing");
    private static final Set<String> AUTOSCALING = Set.of(
            "autoscaling.knative.dev/min-scale",
            "autoscaling.knative.dev/max-scale",
            "autoscaling.knative.dev/metric",
            "autoscaling.knative.dev/target",
            "serving.knative.dev/progress-deadline");

    /** The one topic that a function keeps for itself and must find. */
    private static final String BOARD = "analytics-board";

    private static Map<String, List<JsonNode>> overlays;

    @BeforeAll
    static void render() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/kubectl"))
                        || Files.isExecutable(Path.of("/usr/local/bin/kubectl")),
                "kubectl is missing: the manifests are not tested");
        overlays = Map.of("dev", render("dev"), "production", render("production"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void everyFunctionIsAKnativeServiceWithoutAnUnknownField(String overlay) throws IOException {
        var services = of(overlay, "Service");
        assertThat(services)
                .extracting(s -> s.at("/metadata/name").asText())
                .containsExactlyInAnyOrderElementsOf(FUNCTIONS);
        for (var service : services) {
            var typed = new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .treeToValue(service, Service.class);
            var back = new ObjectMapper().valueToTree(typed);
            assertThat(unknown("", typed))
                    .as(service.at("/metadata/name").asText())
                    .isEmpty();
            assertThat(back.at("/spec/template/spec/containers/0/image").asText())
                    .startsWith("ghcr.io/kefu/");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void inferenceIsPinnedToGpuNodesAndNothingElseIs(String overlay) {
        for (var service : of(overlay, "Service")) {
            boolean inference = service.at("/metadata/name").asText().equals("inference");
            var pod = service.at("/spec/template/spec");
            assertThat(pod.at("/nodeSelector/kefu.io~1accelerator").asText("")).isEqualTo(inference ? "gpu" : "");
            assertThat(pod.at("/containers/0/resources/limits/nvidia.com~1gpu").asText(""))
                    .isEqualTo(inference ? "1" : "");
            assertThat(pod.path("tolerations").size()).isEqualTo(inference ? 1 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void knativeFeaturesThatAreUsedAreSwitchedOn(String overlay) {
        var features = of(overlay, "ConfigMap").stream()
                .filter(c -> c.at("/metadata/name").asText().equals("config-features"))
                .findFirst()
                .orElseThrow();
        var uses = Map.of(
                "nodeSelector", "kubernetes.podspec-nodeselector",
                "tolerations", "kubernetes.podspec-tolerations",
                "securityContext", "kubernetes.podspec-securitycontext",
                "affinity", "kubernetes.podspec-affinity",
                "runtimeClassName", "kubernetes.podspec-runtimeclassname",
                "topologySpreadConstraints", "kubernetes.podspec-topologyspreadconstraints",
                "initContainers", "kubernetes.podspec-init-containers");
        for (var service : of(overlay, "Service"))
            uses.forEach((field, feature) -> {
                if (service.at("/spec/template/spec").has(field))
                    assertThat(features.at("/data").path(feature).asText())
                            .as(feature)
                            .isEqualTo("enabled");
            });
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void topicsAreThoseTheCodeKnowsEachWithItsDeadLetters(String overlay) {
        var rendered = of(overlay, "KafkaTopic").stream()
                .map(t -> t.at("/metadata/name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        var known = new TreeSet<String>();
        Topics.ALL.forEach(topic -> known.addAll(List.of(topic, DeadLetter.topic(topic))));
        known.add(BOARD);
        assertThat(rendered).isEqualTo(known);
        var compacted = of(overlay, "KafkaTopic").stream()
                .filter(t ->
                        t.at("/spec/config").path("cleanup.policy").asText().equals("compact"))
                .map(t -> t.at("/metadata/name").asText())
                .toList();
        assertThat(compacted).containsExactlyInAnyOrderElementsOf(Topics.COMPACTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void configurationIsReferredToByTheNameItWasRenderedUnder(String overlay) {
        var names = of(overlay, "ConfigMap").stream()
                .map(c -> c.at("/metadata/name").asText())
                .toList();
        for (var service : of(overlay, "Service"))
            assertThat(names)
                    .contains(service.at("/spec/template/spec/containers/0/envFrom/0/configMapRef/name")
                            .asText());
    }

    @Test
    void secretsComeByReferenceAlone() {
        for (var service : of("production", "Service"))
            for (var variable : service.at("/spec/template/spec/containers/0/env"))
                assertThat(variable.has("value"))
                        .as(variable.path("name").asText() + " stands in the open")
                        .isFalse();
        assertThat(of("production", "Secret")).isEmpty();
    }

    @Test
    void autoscalingAnnotationsAreKnownAndStrings() {
        for (var service : of("production", "Service"))
            service.at("/spec/template/metadata/annotations").properties().forEach(annotation -> {
                assertThat(AUTOSCALING).contains(annotation.getKey());
                assertThat(annotation.getValue().isTextual()).isTrue();
            });
    }

    @Test
    void everyStatefulFunctionHasADatabaseRoleAndASchema() {
        var database = of("production", "Cluster").getFirst();
        var roles = new ArrayList<String>();
        database.at("/spec/managed/roles").forEach(r -> roles.add(r.path("name").asText()));
        assertThat(roles).containsExactlyInAnyOrder("profiling", "routing", "recommendation", "analytics");
        var sql = database.at("/spec/bootstrap/initdb/postInitApplicationSQL").toString();
        for (var role : roles) assertThat(sql).contains("create schema " + role + " authorization " + role);
    }

    private static List<JsonNode> of(String overlay, String kind) {
        return overlays.get(overlay).stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .toList();
    }

    private static List<JsonNode> render(String overlay) throws Exception {
        var process = new ProcessBuilder("kubectl", "kustomize", "overlays/" + overlay)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var objects = new ArrayList<JsonNode>();
        try (var parser = new YAMLFactory().createParser(process.getInputStream())) {
            new YAMLMapper().readValues(parser, JsonNode.class).forEachRemaining(objects::add);
        }
        assertThat(process.waitFor())
                .as("kubectl kustomize overlays/" + overlay)
                .isZero();
        return objects;
    }

    /** Fabric8's records keep what they do not know beside the rest: walk them all and name it. */
    private static List<String> unknown(String path, Object object) {
        var found = new ArrayList<String>();
        if (object == null || object.getClass().getName().startsWith("java.lang")) return found;
        if (object instanceof Iterable<?> list) list.forEach(item -> found.addAll(unknown(path + "[]", item)));
        if (!object.getClass().getName().startsWith("io.fabric8")) return found;
        for (var method : object.getClass().getMethods()) {
            if (method.getParameterCount() > 0 || !method.getName().startsWith("get")) continue;
            try {
                var value = method.invoke(object);
                if (method.getName().equals("getAdditionalProperties") && value instanceof Map<?, ?> map)
                    map.keySet().forEach(key -> found.add(path + "." + key));
                else if (value != null && !method.getName().equals("getClass"))
                    found.addAll(unknown(path + "." + method.getName().substring(3), value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(method.toString(), e);
            }
        }
        return found;
    }
}
