package org.sizewright.buildsheet.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NodeAffinity;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Toleration;
import io.fabric8.openshift.api.model.operatorhub.v1.OperatorGroup;
import io.fabric8.openshift.api.model.operatorhub.v1alpha1.Subscription;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sizewright.buildsheet.handover.HandOverCases.Case;

/**
 * Objects of Kubernetes are read into the types of a model library, which refuses fields that the type does not have. Kinds of operators
 * are held against the schemas of their makers; of these, what Kubernetes itself defines is read so too.
 */
class KubernetesObjectsTest {
    private static final Map<String, Class<?>> TYPES = Map.of(
            "v1/Namespace", Namespace.class,
            "operators.coreos.com/v1/OperatorGroup", OperatorGroup.class,
            "operators.coreos.com/v1alpha1/Subscription", Subscription.class);

    /** Kinds of operators, which {@link HandOverTest} and {@link HandOverObjectsTest} hold against schemas. */
    private static final Set<String> CUSTOM =
            Set.of("ClusterPolicy", "NicClusterPolicy", "NodeFeatureDiscovery", "Cluster", "VirtualMachineClass");

    private static final Map<String, Class<?>> PARTS = Map.of(
            "metadata", ObjectMeta.class,
            "env", EnvVar.class,
            "tolerations", Toleration.class,
            "resources", ResourceRequirements.class,
            "nodeAffinity", NodeAffinity.class);

    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    // the library keeps what it does not know; here that is a fault
                    return false;
                }
            });

    static List<Case> cases() {
        return HandOverCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyObjectIsOfItsType(Case one) throws JsonProcessingException {
        for (HandOverFile file : one.handOver().files()) {
            if (file.path().endsWith(".yaml")) {
                for (JsonNode object : Schemas.yaml(file.text())) {
                    if (object.hasNonNull("kind") && object.hasNonNull("apiVersion")) {
                        object(one.name() + ": " + file.path(), object);
                    }
                }
            }
        }
    }

    private static void object(String where, JsonNode object) throws JsonProcessingException {
        String kind = object.path("kind").textValue();
        String type = object.path("apiVersion").textValue() + "/" + kind;
        Class<?> known = TYPES.get(type);
        if (known != null) {
            assertThat(STRICT.treeToValue(object, known)).as(where).isNotNull();
            return;
        }
        assertThat(kind).as(where).isIn(CUSTOM);
        parts(object);
    }

    private static void parts(JsonNode node) throws JsonProcessingException {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            Class<?> part = PARTS.get(field.getKey());
            if (part != null) {
                for (JsonNode each : field.getValue().isArray() ? field.getValue() : List.of(field.getValue())) {
                    assertThat(STRICT.treeToValue(each, part))
                            .as(field.getKey())
                            .isNotNull();
                }
            }
            parts(field.getValue());
        }
        for (JsonNode element : node) {
            if (node.isArray()) {
                parts(element);
            }
        }
    }

    @Test
    void everyTypeIsWrittenSomewhere() {
        Set<String> written = new HashSet<>();
        for (Case one : cases()) {
            one.handOver().files().stream()
                    .filter(file -> file.path().endsWith(".yaml"))
                    .flatMap(file -> Schemas.yaml(file.text()).stream())
                    .forEach(object -> written.add(object.path("apiVersion").asText() + "/"
                            + object.path("kind").asText()));
        }
        assertThat(written).containsAll(TYPES.keySet());
    }

    @Test
    void aFieldThatTheTypeDoesNotHaveIsRefused() {
        JsonNode subscription = HandOverCases.named("OpenShift").file("openshift/2-gpu-operator.yaml").stream()
                .flatMap(file -> Schemas.yaml(file.text()).stream())
                .filter(object -> object.path("kind").asText().equals("Subscription"))
                .findFirst()
                .orElseThrow();
        ((ObjectNode) subscription.path("spec")).put("chanel", "stable");
        assertThatThrownBy(() -> object("spoiled", subscription))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("chanel");
    }
}
