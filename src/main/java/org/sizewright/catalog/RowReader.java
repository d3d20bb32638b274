package org.sizewright.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sizewright.catalog.Note.Code;
import org.sizewright.table.Cell;
import org.sizewright.table.TextTable;

/** Reads the rows under a header one after the other; remembers the vendor for rows that leave it blank. */
final class RowReader {
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern FOOTNOTE_MARKS = Pattern.compile("\\s*[*\\u2020\\u2021]+$");
    private static final Pattern SOCKETS_IN_MODEL = Pattern.compile("\\b(\\d)P\\b");

    private static final Pattern NO_GPU = Pattern.compile("no gpu", Pattern.CASE_INSENSITIVE);

    /** ample for a dozen GPUs in one cell */
    private static final int GPU_CELL_LENGTH = 1000;

    private final RowContext context;
    private final CatalogRules rules;
    private final Spellings spellings;
    private final Columns columns;
    private final List<Note> notes;
    private final SystemClass otherwise;
    private final ClassOrigin columnOrigin;

    /**
     * @param otherwise the class of rows that state none
     * @param columnOrigin the origin of what a class column states
     */
    RowReader(RowContext context, Columns columns, SystemClass otherwise, ClassOrigin columnOrigin) {
        this.context = context;
        this.rules = context.rules;
        this.spellings = context.spellings;
        this.notes = context.notes;
        this.columns = columns;
        this.otherwise = otherwise;
        this.columnOrigin = columnOrigin;
    }

    /** Reads a row that is neither blank nor header nor remark. */
    RowDraft.Read read(TextTable.Row row, RawRow raw) {
        List<String> problems = new ArrayList<>();
        String model = unmarked(raw, columns.text(row, Field.MODEL));
        String vendor = vendor(raw, unmarked(raw, columns.text(row, Field.VENDOR)), problems);
        String gpuText = Cleaning.lines(columns.cell(row, Field.GPU).text());
        String modelKey = spellings.modelKey(vendor, model);
        if (Cleaning.letters(modelKey).isEmpty() || isNothing(model)) {
            problem(raw, problems, Code.MODEL_MISSING, "The row names no server model.");
        }
        if (Cleaning.letters(gpuText).isEmpty()
                || isNothing(gpuText)
                || NO_GPU.matcher(gpuText).matches()) {
            problem(raw, problems, Code.GPU_MISSING, "The row names no GPU.");
        } else if (gpuText.length() > GPU_CELL_LENGTH) {
            problem(raw, problems, Code.GPU_UNKNOWN, "The GPU cell holds a long text instead of names of GPUs.");
        } else if (DIGITS.matcher(Cleaning.letters(gpuText)).matches()) {
            problem(raw, problems, Code.GPU_MISSING, "The GPU cell holds only a number (%s).".formatted(gpuText));
        }
        if (!problems.isEmpty()) {
            return new RowDraft.Read(raw, List.of(), problems);
        }
        return new RowDraft.Read(raw, entries(row, raw, vendor, model, gpuText, problems), problems);
    }

    private List<CatalogEntry> entries(
            TextTable.Row row, RawRow raw, String vendor, String model, String gpuText, List<String> problems) {
        String spelled = spellings.model(model);
        if (!spelled.equals(model)) {
            notes.add(new Note(raw, Code.MODEL_CASE_NORMALISED, "%s is spelled %s.".formatted(model, spelled)));
        }
        GpuCell cell = gpuCell(row, raw, gpuText);
        String processor = columns.text(row, Field.CPU);
        CountedText cpu = context.counted.computeIfAbsent(isNothing(processor) ? "" : processor, CountedText::split);
        Validated validated = validation(row, raw, problems);
        SystemClass stated =
                SystemClass.parse(columns.text(row, Field.SYSTEM_CLASS)).from(columnOrigin);
        SystemClass systemClass = stated.isKnown() ? stated : otherwise;
        Map<String, String> extra = extra(row, raw);
        String vendorKey = spellings.vendor(vendor).orElseGet(() -> spellings.vendorKey(vendor));
        String modelKey = spellings.modelKey(vendor, model);
        List<CatalogEntry> entries = new ArrayList<>();
        for (GpuCell.Mention mention : cell.gpus()) {
            String form = columns.text(row, Field.GPU_FORM);
            GpuName gpu = context.settle(raw, mention.gpu(), form);
            checkGpu(raw, gpu, context.isLeftOpen(mention.gpu(), form), problems);
            OptionalInt maxGpu = maxGpu(row, raw, mention, gpu, problems);
            OptionalInt maxCpu = maxCpu(row, raw, cpu, gpu, problems);
            checkSockets(raw, spelled, maxCpu);
            entries.add(new CatalogEntry(
                    EntryIds.of(vendorKey, modelKey, gpu),
                    vendor,
                    spelled,
                    gpu,
                    maxGpu,
                    cpu.name(),
                    maxCpu,
                    validated.validation(),
                    validated.text(),
                    systemClass,
                    extra,
                    raw));
        }
        return entries;
    }

    private GpuCell gpuCell(TextTable.Row row, RawRow raw, String text) {
        String form = columns.text(row, Field.GPU_FORM);
        GpuCell cell = context.gpuCells.computeIfAbsent(
                List.of(text, form),
                ignored -> GpuCell.read(text, form.isEmpty() ? Optional.empty() : Optional.of(form), rules.gpus()));
        if (cell.gpus().size() > 1) {
            notes.add(new Note(
                    raw,
                    Code.MULTI_GPU_CELL_SPLIT,
                    "The GPU cell names %d GPUs; each has its own entry."
                            .formatted(cell.gpus().size())));
        }
        if (cell.sharedCount()) {
            notes.add(
                    new Note(raw, Code.COUNT_SHARED_BY_SEVERAL_GPUS, "The one count was taken for each of the GPUs."));
        }
        if (cell.gpus().stream().anyMatch(mention -> mention.text().count().footnoted())) {
            footnote(raw);
        }
        return cell;
    }

    /** True if the cell says that it states nothing, or repeats by a ditto mark what is never filled down. */
    private static boolean isNothing(String text) {
        return Nothing.isSaid(text) || Nothing.isDitto(text);
    }

    private String vendor(RawRow raw, String written, List<String> problems) {
        if (Nothing.isSaid(written)) {
            // neither this row nor the blank cells below it belong to the vendor above
            context.lastVendor = "";
            problem(
                    raw,
                    problems,
                    Code.VENDOR_MISSING,
                    "The vendor cell holds %s, which names none.".formatted(written));
            return "";
        }
        if (Cleaning.letters(written).isEmpty() || Nothing.isDitto(written)) {
            if (context.lastVendor.isEmpty()) {
                problem(raw, problems, Code.VENDOR_MISSING, "The row names no vendor, nor does a row above it.");
            }
            return context.lastVendor;
        }
        Optional<String> known = spellings.vendor(written);
        String vendor;
        if (known.isPresent()) {
            vendor = known.get();
            if (context.choices.vendors().containsKey(spellings.vendorKey(written))) {
                context.askVendor(raw, written);
            }
            if (!vendor.equals(written)) {
                notes.add(new Note(raw, Code.VENDOR_ALIAS, "%s is listed as %s.".formatted(written, vendor)));
            }
        } else {
            vendor = context.firstSpelling(written);
            context.askVendor(raw, written);
            notes.add(new Note(
                    raw, Code.VENDOR_UNKNOWN, "%s is not a known vendor and is kept as written.".formatted(written)));
        }
        context.lastVendor = vendor;
        return vendor;
    }

    private void checkGpu(RawRow raw, GpuName gpu, boolean leftOpen, List<String> problems) {
        String text = gpu.text();
        if (leftOpen) {
            notes.add(new Note(raw, Code.GPU_LEFT_OPEN, "%s stays open, as you answered.".formatted(text)));
        } else if (gpu.flags().contains(GpuFlag.VGPU_NAMED)) {
            problem(
                    raw,
                    problems,
                    Code.GPU_PROFILE_NAMED,
                    "%s is a vGPU or MIG profile, not a GPU: say which GPU is meant.".formatted(text));
        } else if (gpu.flags().contains(GpuFlag.SEVERAL_NODE_TYPES)) {
            problem(
                    raw,
                    problems,
                    Code.GPU_UNKNOWN,
                    "%s names several kinds of node: enter each as a row of its own.".formatted(text));
        } else if (gpu.flags().contains(GpuFlag.SEVERAL_GPUS)) {
            problem(
                    raw,
                    problems,
                    Code.GPU_UNKNOWN,
                    "%s names several GPUs and nothing separates them: enter each as a row of its own."
                            .formatted(text));
        } else if (!gpu.isKnown()) {
            problem(
                    raw,
                    problems,
                    Code.GPU_UNKNOWN,
                    "%s is not a GPU known here: say which one is meant.".formatted(text));
        } else if (gpu.confidence() == GpuName.Confidence.AMBIGUOUS) {
            problem(raw, problems, Code.GPU_AMBIGUOUS, open(gpu));
        }
        if (gpu.flags().contains(GpuFlag.MIG_NAMED)) {
            problem(
                    raw,
                    problems,
                    Code.GPU_PROFILE_NAMED,
                    "%s names a MIG instance; the whole GPU was taken.".formatted(text));
        }
        if (gpu.flags().contains(GpuFlag.FORM_CONTRADICTED)) {
            problem(
                    raw,
                    problems,
                    Code.GPU_FORM_CONTRADICTED,
                    "The form column contradicts the GPU's name (%s): check which one holds.".formatted(text));
        }
        if (gpu.flags().contains(GpuFlag.ANSWERED)) {
            notes.add(
                    new Note(raw, Code.GPU_ANSWERED, "%s is %s, as you answered.".formatted(text, gpu.displayName())));
        }
        if (gpu.flags().contains(GpuFlag.OCR_REPAIRED)) {
            problem(
                    raw,
                    problems,
                    Code.GPU_NAME_OCR_REPAIR,
                    "%s was read as %s, a common misreading of scanned pages: check it."
                            .formatted(text, gpu.displayName()));
        }
        if (gpu.flags().contains(GpuFlag.ALIAS_INFERRED)) {
            notes.add(new Note(
                    raw, Code.GPU_ALIAS_INFERRED, "%s was read as %s, inferred.".formatted(text, gpu.displayName())));
        }
        if (gpu.flags().contains(GpuFlag.FAMILY_ASSUMED)) {
            notes.add(new Note(
                    raw,
                    Code.GPU_FAMILY_ASSUMED,
                    "%s was read as %s, since lists name its successors apart.".formatted(text, gpu.displayName())));
        }
        if (gpu.flags().contains(GpuFlag.BOARD_OF_SEVERAL)) {
            notes.add(new Note(
                    raw,
                    Code.BOARD_HAS_SEVERAL_GPUS,
                    "A %s board carries several GPUs; the count may mean boards or GPUs."
                            .formatted(gpu.displayName())));
        }
    }

    private static String open(GpuName gpu) {
        List<String> candidates =
                gpu.candidates().stream().map(GpuCandidate::text).distinct().toList();
        return "%s leaves open which GPU is meant: %s.".formatted(gpu.text(), String.join(", ", candidates));
    }

    private OptionalInt maxGpu(
            TextTable.Row row, RawRow raw, GpuCell.Mention mention, GpuName gpu, List<String> problems) {
        CountText inCell = mention.text().count();
        CountText inColumn = columns.has(Field.MAX_GPU)
                ? context.counts.computeIfAbsent(columns.text(row, Field.MAX_GPU), CountText::parse)
                : CountText.ABSENT;
        boolean own = inColumn.state() != CountText.State.NOT_STATED;
        CountText count = own ? inColumn : inCell;
        if (inColumn.footnoted()) {
            footnote(raw);
        }
        String name = gpu.displayName();
        switch (count.state()) {
            case NOT_STATED ->
                notes.add(new Note(raw, Code.GPU_COUNT_MISSING, "How many %s fit is not stated.".formatted(name)));
            case NEGATIVE ->
                problem(
                        raw,
                        problems,
                        Code.GPU_COUNT_NEGATIVE,
                        "%s GPUs is what a spreadsheet makes of (%s); %s was taken."
                                .formatted(
                                        count.written(),
                                        count.value().orElse(0),
                                        count.value().orElse(0)));
            case COLLAPSED ->
                problem(
                        raw,
                        problems,
                        Code.GPU_COUNT_IMPLAUSIBLE,
                        "%s GPUs looks like a list of counts run together; the count is left unknown."
                                .formatted(count.written()));
            case NOT_A_COUNT ->
                problem(
                        raw,
                        problems,
                        Code.GPU_COUNT_IMPLAUSIBLE,
                        "\"%s\" is no count of GPUs; the count is left unknown.".formatted(count.written()));
            case LARGEST_OF_LIST ->
                notes.add(new Note(
                        raw,
                        Code.GPU_COUNT_LARGEST_OF_LIST,
                        "Of \"%s\" the largest count was taken.".formatted(count.written())));
            case GIVEN -> {}
        }
        int limit = Plausible.gpus(gpu);
        CountText believed = count.within(limit);
        if (count.value().isPresent() && believed.value().isEmpty()) {
            problem(
                    raw,
                    problems,
                    Code.GPU_COUNT_IMPLAUSIBLE,
                    "%d %s per server is not plausible (more than %d, or none); the count is left unknown."
                            .formatted(count.value().getAsInt(), name, limit));
        }
        if (own
                && mention.text().stated()
                && inCell.value().isPresent()
                && !inCell.value().equals(inColumn.value())) {
            problem(
                    raw,
                    problems,
                    Code.GPU_COUNT_CONTRADICTED,
                    "The GPU cell says %d and the count column %s; the column was taken."
                            .formatted(inCell.value().getAsInt(), inColumn.written()));
        }
        if (believed.value().isPresent()
                && believed.value().getAsInt() > Plausible.HGX_GPUS
                && limit == Plausible.RACK_GPUS) {
            notes.add(new Note(raw, Code.RACK_SCALE_COUNT, "The count is that of a whole rack, not of one server."));
        }
        return believed.value();
    }

    private OptionalInt maxCpu(TextTable.Row row, RawRow raw, CountedText cpu, GpuName gpu, List<String> problems) {
        CountText inColumn = columns.has(Field.MAX_CPU)
                ? context.counts.computeIfAbsent(columns.text(row, Field.MAX_CPU), CountText::parse)
                : CountText.ABSENT;
        CountText count = inColumn.state() == CountText.State.NOT_STATED ? cpu.count() : inColumn;
        CountText believed = count.within(Plausible.cpus(gpu));
        boolean odd = switch (count.state()) {
            case NOT_STATED, GIVEN, LARGEST_OF_LIST ->
                count.value().isPresent() && believed.value().isEmpty();
            case NEGATIVE, COLLAPSED, NOT_A_COUNT -> true;
        };
        if (odd) {
            String sentence = "\"%s\" is not a plausible count of CPUs.".formatted(count.written());
            if (!problems.contains(sentence)) {
                problem(raw, problems, Code.CPU_COUNT_IMPLAUSIBLE, sentence);
            }
        }
        return believed.value();
    }

    private void checkSockets(RawRow raw, String model, OptionalInt maxCpu) {
        Matcher sockets = SOCKETS_IN_MODEL.matcher(model);
        if (sockets.find() && maxCpu.isPresent() && maxCpu.getAsInt() < Integer.parseInt(sockets.group(1))) {
            notes.add(new Note(
                    raw,
                    Code.CPU_COUNT_LOOKS_LOW_FOR_MODEL,
                    "The model's name says %s processors, the list %d."
                            .formatted(sockets.group(1), maxCpu.getAsInt())));
        }
    }

    private record Validated(Validation validation, String text) {}

    private Validated validation(TextTable.Row row, RawRow raw, List<String> problems) {
        String text = unmarked(raw, columns.text(row, Field.VALIDATION));
        Validation validation = Validation.parse(text);
        if (validation != Validation.UNKNOWN || text.isEmpty()) {
            return new Validated(validation, text);
        }
        List<Validation> several = Pattern.compile("[,;/|]")
                .splitAsStream(text)
                .map(Validation::parse)
                .sorted()
                .toList();
        if (several.size() > 1 && !several.contains(Validation.UNKNOWN)) {
            notes.add(new Note(raw, Code.VALIDATION_SEVERAL, "Of \"%s\" the first in rank was taken.".formatted(text)));
            return new Validated(several.getFirst(), text);
        }
        problem(raw, problems, Code.VALIDATION_TYPE_UNKNOWN, "\"%s\" is not a known validation type.".formatted(text));
        return new Validated(Validation.UNKNOWN, text);
    }

    private Map<String, String> extra(TextTable.Row row, RawRow raw) {
        Map<String, String> extra = new LinkedHashMap<>();
        for (Map.Entry<Integer, String> column : columns.attributes()) {
            put(
                    extra,
                    column.getValue(),
                    Cleaning.line(Columns.own(row, column.getKey()).text()));
        }
        for (Field field : List.of(Field.NVLINK_BRIDGE, Field.NVAIE, Field.NIC, Field.ZERO_TRUST)) {
            String text = columns.text(row, field);
            put(extra, field.id(), field.isFlag() ? yesNo(unmarked(raw, text)) : text);
        }
        return extra;
    }

    private static void put(Map<String, String> extra, String name, String text) {
        if (!text.isEmpty()) {
            // two columns of one name: neither may hide the other
            extra.merge(name, text, (one, other) -> one.equals(other) ? one : one + "; " + other);
        }
    }

    private static String yesNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "y", "yes", "true", "x", "\u2713", "\u2714" -> "Yes";
            case "n", "no", "false" -> "No";
            default -> text;
        };
    }

    private String unmarked(RawRow raw, String text) {
        Matcher marks = FOOTNOTE_MARKS.matcher(text);
        if (!marks.find()) {
            return text;
        }
        footnote(raw);
        return text.substring(0, marks.start());
    }

    private void footnote(RawRow raw) {
        notes.add(new Note(raw, Code.FOOTNOTE_MARK, "A footnote mark stands in the row; see the list's footnotes."));
    }

    private void problem(RawRow raw, List<String> problems, Code code, String sentence) {
        problems.add(sentence);
        notes.add(new Note(raw, code, sentence));
    }

    /** True if nothing but one cell is filled in the row. */
    static Optional<Cell> onlyCell(TextTable.Row row) {
        List<Cell> filled = row.cells().stream()
                .filter(cell -> !cell.isBlank() && cell.origin() == Cell.Origin.OWN)
                .toList();
        return filled.size() == 1 ? Optional.of(filled.getFirst()) : Optional.empty();
    }
}
