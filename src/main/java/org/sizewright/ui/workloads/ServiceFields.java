package org.sizewright.ui.workloads;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sizewright.library.ModelArchitecture;
import org.sizewright.library.ModelUse;
import org.sizewright.library.NumberFormat;
import org.sizewright.library.NumberFormatId;
import org.sizewright.plan.Retrieval;
import org.sizewright.plan.Retrieval.Service;
import org.sizewright.plan.WorkloadId;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.SearchableChoice;

/** One model beside the language model: which, how its weights are stored, and how fast it reads. Some can be left out. */
final class ServiceFields {
    private static final NumberFormatId FIRST_FORMAT = NumberFormatId.of("bf16");

    /** Puts a model into the workload. */
    interface Setter {
        Retrieval set(Retrieval work, Optional<Service> service);
    }

    private final String field;
    private final ModelUse use;
    private final Function<Retrieval, Optional<Service>> getter;
    private final SearchableChoice<Optional<ModelArchitecture>> model;
    private final SearchableChoice<NumberFormat> weights;
    private final PlanNumber speed;

    ServiceFields(
            RetrievalNumbers numbers,
            String field,
            ModelUse use,
            Function<Retrieval, Optional<Service>> getter,
            Setter setter) {
        Texts texts = numbers.texts();
        RetrievalDesk desk = numbers.desk();
        this.field = field;
        this.use = use;
        this.getter = getter;
        String name = numbers.name(field);
        model = numbers.keep(
                field,
                new SearchableChoice<>(
                        name,
                        each -> each.map(ModelArchitecture::name)
                                .orElseGet(() -> texts.get("workloads.retrieval.none"))));
        model.onChoose(chosen -> desk.change(
                name, work -> setter.set(work, chosen.map(architecture -> with(getter.apply(work), architecture)))));
        String weightsName = texts.get("workloads.retrieval.weights", name);
        weights = numbers.keep(field + RetrievalField.WEIGHTS, new SearchableChoice<>(weightsName, NumberFormat::name));
        weights.onChoose(chosen -> desk.change(
                weightsName,
                work -> setter.set(work, getter.apply(work).map(service -> service.withWeights(chosen.id())))));
        speed = numbers.open(
                field + RetrievalField.SPEED,
                texts.get("workloads.retrieval.speed", name),
                texts.get("workloads.retrieval.unit.tokensPerSecond"),
                "0.001",
                "1000000000000",
                3,
                (work, number) ->
                        setter.set(work, getter.apply(work).map(service -> service.withTokensPerSecond(number))));
        speed.node().field().setPromptText(texts.get("workloads.retrieval.speed.unknown"));
    }

    /** What was measured of another model does not hold for this one. */
    private static Service with(Optional<Service> before, ModelArchitecture model) {
        return before.filter(service -> service.model().equals(model.id()))
                .orElseGet(() ->
                        new Service(model.id(), before.map(Service::weights).orElse(FIRST_FORMAT), Optional.empty()));
    }

    List<FieldFrame> nodes() {
        return List.of(model, weights, speed.node());
    }

    void show(Sheet.Search sheet) {
        WorkloadId id = sheet.workload().id();
        RetrievalFields fields = sheet.fields();
        Optional<Service> service = getter.apply(sheet.workload());
        List<ModelArchitecture> offered = fields.models(use);
        List<Optional<ModelArchitecture>> models = Stream.concat(
                        use != ModelUse.EMBEDDING ? Stream.of(Optional.<ModelArchitecture>empty()) : Stream.empty(),
                        offered.stream().map(Optional::of))
                .toList();
        Optional<ModelArchitecture> chosen = offered.stream()
                .filter(each ->
                        service.filter(found -> found.model().equals(each.id())).isPresent())
                .findFirst();
        model.show(models, service.isPresent() && chosen.isEmpty() ? Optional.empty() : Optional.of(chosen));
        weights.show(
                fields.formats(),
                fields.formats().stream()
                        .filter(each -> service.filter(found -> found.weights().equals(each.id()))
                                .isPresent())
                        .findFirst());
        speed.show(id, service.flatMap(Service::tokensPerSecond), fields.automatic(field + RetrievalField.SPEED));
        // the place of the weights stays, so that the model above does not grow
        weights.setVisible(service.isPresent());
        speed.node().setVisible(service.isPresent());
        speed.node().setManaged(service.isPresent());
    }
}
