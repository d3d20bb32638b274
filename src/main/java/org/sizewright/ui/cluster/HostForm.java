package org.sizewright.ui.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.sizewright.inventory.Fittings;
import org.sizewright.inventory.FreeSlots;
import org.sizewright.inventory.InstalledGpu;
import org.sizewright.inventory.InventoryHost;
import org.sizewright.inventory.ModelSlots;
import org.sizewright.inventory.PowerSupplies;
import org.sizewright.inventory.VmLoad;
import org.sizewright.library.Chassis.SlotGroup;
import org.sizewright.quantity.Bytes;
import org.sizewright.quantity.Watts;
import org.sizewright.session.TypedChassis;
import org.sizewright.ui.look.Icon;
import org.sizewright.ui.look.Texts;
import org.sizewright.ui.part.FieldFrame;
import org.sizewright.ui.part.FlowGrid;

/** A host by hand. Every field but the name may stay empty: then it is unknown. */
final class HostForm extends VBox {
    private final Texts texts;
    private final ExistingViewModel model;
    private final Optional<InventoryHost> before;
    private final Runnable done;
    private final List<Entry<?>> entries = new ArrayList<>();
    private final CheckBox alsoAlike = new CheckBox();
    private final CheckBox keep = new CheckBox();
    private final Label problem = new Label();

    /** A text field and how it is read; empty = unknown. */
    private final class Entry<T> extends FieldFrame {
        private final TextField field;
        private final Function<String, T> reader;

        private Entry(String id, String label, TextField field, Function<String, T> reader) {
            super(label, field);
            this.field = field;
            this.reader = reader;
            field.setId("host-" + id.toLowerCase(Locale.ROOT));
            entries.add(this);
        }

        private Entry<T> with(Optional<T> value, Function<T, String> form) {
            field.setText(value.map(form).orElse(""));
            return this;
        }

        private String text() {
            return field.getText() == null ? "" : field.getText().strip();
        }

        private void setNote(ModelWords words, Optional<String> known, String example) {
            setNote(words.note(known, !text().isEmpty(), example));
        }

        private Optional<T> read() {
            String text = text();
            return text.isEmpty() ? Optional.empty() : Optional.of(reader.apply(text));
        }

        private boolean check() {
            try {
                read();
                clearMessage();
                return true;
            } catch (IllegalArgumentException wrong) {
                setMessage(String.valueOf(wrong.getMessage()));
                return false;
            }
        }
    }

    HostForm(Texts texts, ExistingViewModel model, Optional<InventoryHost> before, Runnable done) {
        super(12);
        this.texts = texts;
        this.model = model;
        this.before = before;
        this.done = done;
        Optional<InventoryHost> host = before;
        Fittings fittings = host.map(InventoryHost::fittings).orElse(Fittings.UNKNOWN);
        Entry<String> name = text("name", texts.get("existing.field.name"), host.map(InventoryHost::name));
        Entry<String> vendor = text("vendor", texts.get("existing.field.vendor"), host.map(InventoryHost::vendor));
        Entry<String> serverModel = text("model", texts.get("existing.field.model"), host.map(InventoryHost::model));
        Entry<String> cluster = text("cluster", texts.get("existing.field.cluster"), host.map(InventoryHost::cluster));
        Entry<Integer> sockets = whole("sockets", texts.get("existing.field.sockets"), 1, 16)
                .with(host.flatMap(InventoryHost::sockets), String::valueOf);
        Entry<Integer> cores = whole("cores", texts.get("existing.field.cores"), 1, 1024)
                .with(host.flatMap(InventoryHost::coresPerSocket), String::valueOf);
        Entry<Bytes> memory = gib("memory", texts.get("existing.field.memory"))
                .with(host.flatMap(InventoryHost::memory), HostForm::gibText);
        Entry<Bytes> reserved = gib("reserved", texts.get("existing.field.reserved"))
                .with(fittings.reservedMemory(), HostForm::gibText);
        Entry<Integer> vmCpus = whole("vmCpus", texts.get("existing.field.vmCpus"), 0, 1_000_000)
                .with(host.flatMap(InventoryHost::load).map(VmLoad::vcpus), String::valueOf);
        Entry<Bytes> vmMemory = gib("vmMemory", texts.get("existing.field.vmMemory"))
                .with(host.flatMap(InventoryHost::load).map(VmLoad::memory), HostForm::gibText);
        Entry<List<FreeSlots>> slots = new Entry<>(
                        "freeSlots", texts.get("existing.field.freeSlots"), new TextField(), FreeSlots::parseList)
                .with(fittings.freeSlots(), FreeSlots::toText);
        Entry<List<InstalledGpu>> gpus = new Entry<>(
                        "gpus", texts.get("existing.field.gpus"), new TextField(), InstalledGpu::parseList)
                .with(fittings.gpus(), InstalledGpu::toText);
        Entry<PowerSupplies> supplies = new Entry<>(
                        "powerSupplies",
                        texts.get("existing.field.powerSupplies"),
                        new TextField(),
                        PowerSupplies::parse)
                .with(fittings.powerSupplies(), PowerSupplies::toText);
        Entry<Integer> basePower = whole("basePower", texts.get("existing.field.basePower"), 0, 1_000_000)
                .with(fittings.basePower().map(power -> (int) Math.round(power.value())), String::valueOf);
        Entry<Fittings.Riser> riser = new Entry<>(
                        "riser", texts.get("existing.field.riser"), new TextField(), Fittings.Riser::parse)
                .with(fittings.riser(), Fittings.Riser::toText);

        Entry<Integer> memorySlots = whole("memorySlots", texts.get("existing.field.memorySlots"), 1, 1024);
        Entry<List<SlotGroup>> modelSlots =
                new Entry<>("modelSlots", texts.get("existing.field.modelSlots"), new TextField(), ModelSlots::parse);
        keep.setText(texts.get("existing.keep"));
        keep.setId("keep-model");
        keep.setTooltip(new Tooltip(texts.get("existing.keep.tip")));
        FlowGrid ofModel = new FlowGrid(230, 12, memorySlots, modelSlots);
        ofModel.visibleProperty().bind(keep.selectedProperty());
        ofModel.managedProperty().bind(keep.selectedProperty());

        reserved.setNote(texts.get("existing.field.reserved.note"));
        vmCpus.setNote(texts.get("existing.field.vmCpus.note"));
        vmMemory.setNote(texts.get("existing.field.vmMemory.note"));
        gpus.setNote(texts.get("existing.field.gpus.note"));
        Runnable notes = () -> {
            ModelWords words = new ModelWords(texts, model.chassis(vendor.text(), serverModel.text()));
            slots.setNote(words, words.slots(), texts.get("existing.field.freeSlots.note"));
            supplies.setNote(words, words.powerSupplies(), texts.get("existing.field.powerSupplies.note"));
            basePower.setNote(words, words.basePower(), "");
            riser.setNote(words, words.risers(), texts.get("existing.field.riser.note"));
            memorySlots.setNote(words, words.memorySlots(), texts.get("existing.field.memorySlots.note"));
            modelSlots.setNote(words, words.slots(), texts.get("existing.field.modelSlots.note"));
        };
        for (Entry<?> each : List.of(vendor, serverModel, slots, supplies, basePower, riser, memorySlots, modelSlots)) {
            each.field.textProperty().addListener(ignored -> notes.run());
        }
        notes.run();

        int others = before.map(each -> model.alike(each).size()).orElse(0);
        alsoAlike.setText(texts.get("existing.alike", others));
        alsoAlike.setId("also-alike");
        alsoAlike.setSelected(others > 0);
        alsoAlike.setVisible(others > 0);
        alsoAlike.setManaged(others > 0);
        problem.setWrapText(true);
        problem.getStyleClass().add("message");
        problem.setVisible(false);
        problem.setManaged(false);
        Button save = new Button(texts.get("existing.save"), Icon.OK.node());
        save.setId("save-host");
        save.getStyleClass().add("primary");
        save.setMinWidth(USE_PREF_SIZE);
        save.setDefaultButton(true);
        save.setOnAction(ignored -> save(
                () -> host(
                        name,
                        vendor,
                        serverModel,
                        cluster,
                        sockets,
                        cores,
                        memory,
                        load(vmCpus.read(), vmMemory.read()),
                        new Fittings(
                                slots.read(),
                                riser.read(),
                                supplies.read(),
                                basePower.read().map(Watts::of),
                                gpus.read(),
                                reserved.read())),
                entered -> TypedChassis.Typed.of(entered.fittings(), memorySlots.read(), modelSlots.read())));
        Button cancel = new Button(texts.get("existing.cancel"), Icon.CLOSE.node());
        cancel.setId("cancel-host");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(ignored -> done.run());
        HBox bar = new HBox(10, save, cancel, alsoAlike);
        bar.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        new FlowGrid(
                                150,
                                12,
                                name,
                                vendor,
                                serverModel,
                                cluster,
                                sockets,
                                cores,
                                memory,
                                reserved,
                                vmCpus,
                                vmMemory),
                        new FlowGrid(230, 12, slots, gpus, supplies, basePower, riser),
                        keep,
                        ofModel,
                        problem,
                        bar);
    }

    private void save(
            java.util.function.Supplier<InventoryHost> host, Function<InventoryHost, TypedChassis.Typed> ofModel) {
        boolean right = true;
        for (Entry<?> entry : entries) {
            right &= entry.check();
        }
        if (!right) {
            return;
        }
        InventoryHost entered;
        try {
            entered = host.get();
        } catch (IllegalArgumentException wrong) {
            tell(String.valueOf(wrong.getMessage()));
            return;
        }
        boolean taken = model.hosts().stream()
                .anyMatch(other -> other.key().equals(entered.key())
                        && before.filter(each -> each.key().equals(other.key())).isEmpty());
        if (taken) {
            tell(texts.get("existing.nameTaken", entered.name()));
            return;
        }
        if (keep.isSelected() && (entered.vendor().isBlank() || entered.model().isBlank())) {
            tell(texts.get("existing.keep.noModel"));
            return;
        }
        done.run();
        model.save(before, entered, alsoAlike.isSelected());
        if (keep.isSelected()) {
            model.keep(entered, ofModel.apply(entered));
        }
    }

    private void tell(String sentence) {
        problem.setText(sentence);
        problem.setVisible(true);
        problem.setManaged(true);
    }

    private InventoryHost host(
            Entry<String> name,
            Entry<String> vendor,
            Entry<String> serverModel,
            Entry<String> cluster,
            Entry<Integer> sockets,
            Entry<Integer> cores,
            Entry<Bytes> memory,
            Optional<VmLoad> load,
            Fittings fittings) {
        return new InventoryHost(
                name.read().orElse(""),
                vendor.read().orElse(""),
                serverModel.read().orElse(""),
                cluster.read().orElse(""),
                sockets.read(),
                cores.read(),
                memory.read(),
                before.map(InventoryHost::hypervisor).orElse(""),
                before.map(InventoryHost::cpuModel).orElse(""),
                load,
                fittings,
                before.flatMap(InventoryHost::row));
    }

    private Optional<VmLoad> load(Optional<Integer> vcpus, Optional<Bytes> memory) {
        if (vcpus.isEmpty() || memory.isEmpty()) {
            return Optional.empty();
        }
        int vms = before.flatMap(InventoryHost::load)
                .filter(load -> load.vcpus() == vcpus.get() && load.memory().equals(memory.get()))
                .map(VmLoad::vms)
                .orElse(vcpus.get() == 0 ? 0 : 1);
        return Optional.of(new VmLoad(vms, vcpus.get(), memory.get()));
    }

    private Entry<String> text(String id, String label, Optional<String> value) {
        return new Entry<>(id, label, new TextField(), Function.<String>identity()).with(value, Function.identity());
    }

    private Entry<Integer> whole(String id, String label, int least, int most) {
        return new Entry<>(id, label, new TextField(), text -> {
            String range = texts.get("existing.number", least, most);
            if (!text.matches("\\d{1,7}")) {
                throw new IllegalArgumentException(range);
            }
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(range);
            }
            return number;
        });
    }

    private Entry<Bytes> gib(String id, String label) {
        return new Entry<>(id, label, new TextField(), text -> {
            String plain = text.replaceAll("(?i)\\s*(gib|gb)$", "");
            if (!plain.matches("\\d{1,7}(\\.\\d{1,6})?")) {
                throw new IllegalArgumentException(texts.get("existing.gib"));
            }
            return Bytes.ofGib(Double.parseDouble(plain));
        });
    }

    /** As many decimals as bring the same bytes back, for what was not touched. */
    private static String gibText(Bytes bytes) {
        double gib = bytes.toGib();
        return gib == Math.rint(gib)
                ? String.valueOf((long) gib)
                : new java.math.BigDecimal(gib)
                        .setScale(6, java.math.RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
