package org.sizewright.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sizewright.SampleReferences;
import org.sizewright.library.model.Layer;
import org.sizewright.library.model.ShapeResult;

class LayersTest {
    private final Library library = new SampleReferences().library();

    @Test
    void equalLayersOfAModelAreOneObjectAndAreCountedTogether() {
        for (ModelArchitecture model : library.models()) {
            if (library.shape(model) instanceof ShapeResult.Known known) {
                List<Layer> layers = known.shape().layers();
                List<Layer.Counted> counted = Layer.counted(layers);
                assertThat(counted.stream().map(Layer.Counted::layer))
                        .as(model.name())
                        .containsExactlyElementsOf(layers.stream().distinct().toList());
                counted.forEach(each ->
                        assertThat(layers.stream().filter(each.layer()::equals)).hasSize(each.times()));
            }
        }
    }
}
