package org.sizewright.catalog;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sizewright.catalog.GpuName.Confidence;

/**
 * Reads GPU names. Takes from a name what it says and no more: a form or memory size that is not named stays open, with the
 * candidates listed; the only exception is a card that exists in one form. Never throws, whatever the text.
 */
public final class GpuNames {
    private static final Pattern MIG_BRACKET = Pattern.compile("\\([^)]*\\bMIG\\b[^)]*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MIG_PROFILE =
            Pattern.compile("\\b\\d{1,2}g\\.\\d{1,3}gb\\b", Pattern.CASE_INSENSITIVE);
    /** A10-24Q, H100-1-10C, GRID T4-2B4: board, size, series letter. */
    private static final Pattern VGPU_PROFILE = Pattern.compile("[A-Z0-9]-\\d{1,3}(?:Q|B|A|C)(?:ME|4)?\\b");

    private static final Pattern NODES = Pattern.compile("\\b\\d+ nodes? ?:", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZE = Pattern.compile("\\b(\\d{2,4}|\\d(?= ?GB\\b)) ?G(?:B|IB|O)?\\b");
    private static final Pattern SXM = Pattern.compile("\\bSXM ?\\d?\\b|\\b[HD]GX\\b");
    private static final Pattern NVL = Pattern.compile("\\bNVL\\b");
    private static final Pattern PCIE =
            Pattern.compile("\\bPCI ?E(?:XPRESS)?\\b|\\bPCI EXPRESS\\b|\\bPCIE ?GEN ?\\d\\b");
    private static final Pattern RACK = Pattern.compile("\\bNVL ?\\d{2,3}\\b");
    /** 40/80GB names two sizes. */
    private static final Pattern TWO_SIZES =
            Pattern.compile("\\b(\\d{2,3}) ?(?:GB)? ?/ ?(\\d{2,3}) ?GB\\b", Pattern.CASE_INSENSITIVE);
    /** Words with letters that text recognition takes for digits: L4OS, H1OO, 8OGB. */
    private static final Pattern MISREAD = Pattern.compile("\\b(?=\\w*[OIL])[A-Z0-9]*\\d?[OIL0-9]{2,}[A-Z]{0,2}\\b");

    private static final Pattern GLUED_FORM = Pattern.compile("\\b([A-Z]{1,2}\\d{2,3}[A-Z]?)(NVL|SXM\\d?|PCIE|HGX)\\b");
    private static final Pattern GLUED_SERIES =
            Pattern.compile("\\b(RTX|GTX|PRO|QUADRO|TESLA|NVIDIA|HGX)(PRO\\b|PRO(?=\\d)|RTX|[A-Z]?\\d)");
    /** Limits that NVIDIA lets an A100 module run under; a PCIe card's 250 or 300 W is its usual power. */
    private static final Pattern WATTS = Pattern.compile("\\b[45]00 ?W\\b");

    private static final Pattern COOLING =
            Pattern.compile("\\bCTS\\b|\\bLIQUID COOLED\\b|\\bPARTNER COOLED\\b|\\bLC\\b");
    private static final Pattern PASSIVE = Pattern.compile("\\bPASSIVE\\b");
    private static final Pattern VIRTUALIZED = Pattern.compile("\\bVIRTUALI[ZS]ED\\b");

    /** What was said about a reading and not about the GPU. */
    private static final Set<GpuFlag> UNDECIDED = EnumSet.of(
            GpuFlag.FAMILY_ASSUMED,
            GpuFlag.FORM_INFERRED,
            GpuFlag.OCR_REPAIRED,
            GpuFlag.ALIAS_INFERRED,
            GpuFlag.SEVERAL_GPUS,
            GpuFlag.SEVERAL_NODE_TYPES,
            GpuFlag.VGPU_NAMED);

    private static final int MOST_SIMILAR = 6;

    private final List<GpuChipRule> rules;

    GpuNames(List<GpuChipRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * Reads one GPU's name; counts around it ({@code 8x}, {@code (8)}) do not matter.
     *
     * @param text the name as written
     * @param formColumn the text of the list's own form column beside it, such as {@code SXM5 Gen 5}; used only where the name
     *     itself is silent
     */
    public GpuName parse(String text, Optional<String> formColumn) {
        String line = Cleaning.line(text);
        if (NODES.matcher(line).find()) {
            return GpuName.unknown(line, Set.of(GpuFlag.SEVERAL_NODE_TYPES));
        }
        Set<GpuFlag> flags = EnumSet.noneOf(GpuFlag.class);
        String board = line;
        if (MIG_PROFILE.matcher(line).find() || MIG_BRACKET.matcher(line).find()) {
            flags.add(GpuFlag.MIG_NAMED);
            board = MIG_BRACKET.matcher(line).replaceAll(" ");
        }
        if (MIG_PROFILE.matcher(board).find()
                || VGPU_PROFILE.matcher(board.toUpperCase(Locale.ROOT)).find()) {
            return GpuName.unknown(line, Set.of(GpuFlag.VGPU_NAMED));
        }
        String words = apart(board);
        return read(words, line, formColumn, flags)
                .or(() -> repaired(words, line, formColumn, flags))
                .orElseGet(() -> GpuName.unknown(line, flags));
    }

    private Optional<GpuName> read(String words, String line, Optional<String> formColumn, Set<GpuFlag> flags) {
        String chips = withoutSizes(words);
        for (GpuChipRule rule : rules) {
            Matcher matcher = rule.pattern().matcher(chips);
            if (matcher.find()) {
                String chip = fill(rule.chip(), matcher);
                if (names(matcher.replaceAll(" "))) {
                    return Optional.of(GpuName.unknown(line, Set.of(GpuFlag.SEVERAL_GPUS)));
                }
                return Optional.of(read(rule, chip, line, words, formColumn, flags));
            }
        }
        return Optional.empty();
    }

    /** What is not recognised may be misread: letters that look like digits are tried as digits. The reading is to be checked. */
    private Optional<GpuName> repaired(String words, String line, Optional<String> formColumn, Set<GpuFlag> flags) {
        String other = MISREAD.matcher(words)
                .replaceAll(match -> match.group().charAt(0)
                        + match.group()
                                .substring(1)
                                .replace('O', '0')
                                .replace('I', '1')
                                .replace('L', '1'));
        if (other.equals(words)) {
            return Optional.empty();
        }
        Set<GpuFlag> more = EnumSet.of(GpuFlag.OCR_REPAIRED);
        more.addAll(flags);
        return read(other, line, formColumn, more);
    }

    /** True if the text names a GPU that is recognised. */
    boolean names(String text) {
        String words = withoutSizes(apart(text));
        return rules.stream().anyMatch(rule -> rule.pattern().matcher(words).find());
    }

    /** The words, with those taken apart that are often written as one: H100NVL, A100SXM4, RTX6000. */
    private static String apart(String text) {
        String words = GLUED_FORM
                .matcher(Cleaning.words(TWO_SIZES.matcher(text).replaceAll("$1GB $2GB")))
                .replaceAll("$1 $2");
        return GLUED_SERIES.matcher(words).replaceAll("$1 $2");
    }

    /** A size may stand anywhere in a name, as in RTX PRO 6000 96GB Server Edition. */
    private static String withoutSizes(String words) {
        return SIZE.matcher(words).replaceAll(" ").replaceAll(" {2,}", " ").strip();
    }

    /** The name that the user said is meant, in the text and with the flags that were read. */
    GpuName named(GpuCandidate meant, GpuName read) {
        Set<GpuFlag> flags = EnumSet.of(GpuFlag.ANSWERED);
        flags.addAll(read.flags());
        flags.removeAll(UNDECIDED);
        Optional<GpuChipRule> rule = ruleFor(meant.chip());
        rule.filter(known -> known.gpusPerBoard() > 1).ifPresent(known -> flags.add(GpuFlag.BOARD_OF_SEVERAL));
        Optional<GpuForm> form = meant.form()
                .or(() -> rule.filter(known -> known.forms().size() == 1)
                        .map(known -> known.forms().getFirst()));
        String canonical = rule.map(known -> known.canonical(meant.chip(), form))
                .orElseGet(() -> new GpuCandidate(meant.chip(), form, OptionalInt.empty()).text());
        return new GpuName(
                read.text(),
                Optional.of(meant.chip()),
                form,
                meant.memoryGb().isPresent() ? meant.memoryGb() : read.memoryGb(),
                Optional.of(canonical),
                form.map(known -> rule.map(chip -> chip.connector(known)).orElse(known.text())),
                flags,
                List.of(),
                Confidence.EXACT);
    }

    private Optional<GpuChipRule> ruleFor(String chip) {
        String words = apart(chip);
        return rules.stream()
                .filter(rule -> {
                    Matcher matcher = rule.pattern().matcher(words);
                    return matcher.find() && fill(rule.chip(), matcher).equals(chip);
                })
                .findFirst();
    }

    /** Every chip that is known by its whole name, in all its forms, once. */
    public List<GpuCandidate> known() {
        return rules.stream()
                .filter(rule -> !rule.chip().contains("$") && rule.choices().isEmpty())
                .flatMap(rule -> rule.variants().stream()
                        .map(variant -> new GpuCandidate(rule.chip(), Optional.of(variant.form()), variant.memoryGb())))
                .distinct()
                .toList();
    }

    /** Known chips whose names are written much like this one. They are offered, never taken unasked. */
    List<GpuCandidate> similar(String text) {
        List<String> words = List.of(Cleaning.words(text).split(" "));
        return known().stream()
                .filter(candidate -> words.stream()
                        .anyMatch(word -> word.length() > 1 && oneOff(word, Cleaning.words(candidate.chip()))))
                .limit(MOST_SIMILAR)
                .toList();
    }

    /** True if one letter was changed, left out or put in. */
    private static boolean oneOff(String one, String other) {
        if (Math.abs(one.length() - other.length()) > 1) {
            return false;
        }
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        int end = 0;
        while (end < Math.min(one.length(), other.length()) - same
                && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
            end++;
        }
        return Math.max(one.length(), other.length()) - same - end <= 1;
    }

    private static String fill(String template, Matcher matcher) {
        return matcher.groupCount() == 0
                ? template
                : template.replace("$1", matcher.group(1).replace(" TI", " Ti"));
    }

    private static GpuName read(
            GpuChipRule rule, String chip, String line, String words, Optional<String> formColumn, Set<GpuFlag> flags) {
        flags.addAll(rule.flags());
        addTextFlags(rule, words, flags);
        Form form = form(rule, words, formColumn, flags);
        Sizes sizes = sizes(rule, words);
        OptionalInt memory = sizes.memory();
        boolean memoryOpen = sizes.several() || (rule.askMemory() && memory.isEmpty());
        boolean open = form.form().isEmpty() || memoryOpen || !rule.choices().isEmpty();
        List<GpuCandidate> candidates = new ArrayList<>();
        if (open) {
            candidates.addAll(candidates(rule, form.form(), memory, memoryOpen));
        }
        for (String alternative : rule.alternatives()) {
            String digits = chip.replaceAll("\\D", "");
            candidates.add(new GpuCandidate(
                    alternative.replace("$1", digits), Optional.of(GpuForm.PCIE), OptionalInt.empty()));
        }
        Confidence confidence =
                open ? Confidence.AMBIGUOUS : form.fromColumn() ? Confidence.BY_FORM_COLUMN : Confidence.EXACT;
        return new GpuName(
                line,
                Optional.of(chip),
                form.form(),
                memory,
                Optional.of(rule.canonical(chip, form.form())),
                form.form().map(rule::connector),
                flags,
                candidates,
                confidence);
    }

    private static void addTextFlags(GpuChipRule rule, String words, Set<GpuFlag> flags) {
        if (WATTS.matcher(words).find()) {
            flags.add(GpuFlag.POWER_VARIANT);
        }
        if (COOLING.matcher(words).find()) {
            flags.add(GpuFlag.COOLING_VARIANT);
        }
        if (PASSIVE.matcher(words).find()) {
            flags.add(GpuFlag.PASSIVE);
        }
        if (RACK.matcher(words).find()) {
            flags.add(GpuFlag.RACK_SCALE);
        }
        if (VIRTUALIZED.matcher(words).find()) {
            flags.add(GpuFlag.VIRTUALIZED);
        }
        if (rule.gpusPerBoard() > 1) {
            flags.add(GpuFlag.BOARD_OF_SEVERAL);
        }
    }

    private record Form(Optional<GpuForm> form, boolean fromColumn) {}

    private static Form form(GpuChipRule rule, String words, Optional<String> formColumn, Set<GpuFlag> flags) {
        Set<GpuForm> named = named(rule, words);
        Optional<GpuForm> inColumn = formColumn.flatMap(column -> only(named(rule, Cleaning.words(column))));
        if (rule.askForm()) {
            return new Form(inColumn, inColumn.isPresent());
        }
        if (rule.forms().size() == 1) {
            GpuForm single = rule.forms().getFirst();
            if (formColumn.isPresent() && inColumn.isEmpty() && looksLikeForm(formColumn.get())) {
                flags.add(GpuFlag.FORM_CONTRADICTED);
            }
            return new Form(Optional.of(single), false);
        }
        if (named.size() > 1) {
            return new Form(Optional.empty(), false);
        }
        Optional<GpuForm> inText = only(named);
        if (inText.isEmpty()) {
            inText = rule.inferForm().entrySet().stream()
                    .filter(hint -> hint.getKey().matcher(words).find())
                    .map(Map.Entry::getValue)
                    .findFirst();
            inText.ifPresent(ignored -> flags.add(GpuFlag.FORM_INFERRED));
        }
        if (inText.isEmpty()) {
            return new Form(inColumn, inColumn.isPresent());
        }
        boolean card = inText.get() == GpuForm.NVL && inColumn.equals(Optional.of(GpuForm.PCIE));
        if (inColumn.isPresent() && !inColumn.equals(inText) && !card) {
            flags.add(GpuFlag.FORM_CONTRADICTED);
        }
        return new Form(inText, false);
    }

    /** True if the text of a form column speaks of a form at all. */
    static boolean looksLikeForm(String text) {
        String words = Cleaning.words(text);
        return SXM.matcher(words).find()
                || PCIE.matcher(words).find()
                || NVL.matcher(words).find();
    }

    private static Optional<GpuForm> only(Set<GpuForm> forms) {
        return forms.size() == 1 ? Optional.of(forms.iterator().next()) : Optional.empty();
    }

    /** The forms of this chip that the words name; NVL beside PCIe is the NVL. */
    private static Set<GpuForm> named(GpuChipRule rule, String words) {
        Set<GpuForm> named = new LinkedHashSet<>();
        if (SXM.matcher(words).find()) {
            rule.existing(GpuForm.SXM).ifPresent(named::add);
        }
        if (NVL.matcher(words).find() && rule.existing(GpuForm.NVL).isPresent()) {
            named.add(GpuForm.NVL);
        } else if (PCIE.matcher(words).find()) {
            rule.existing(GpuForm.PCIE).ifPresent(named::add);
        }
        return named;
    }

    private record Sizes(OptionalInt memory, boolean several) {}

    /** The last size that exists for the chip; beside a Grace CPU the first size is the CPU's. Two sizes that exist are a choice. */
    private static Sizes sizes(GpuChipRule rule, String words) {
        Set<Integer> all = new LinkedHashSet<>();
        Matcher matcher = SIZE.matcher(words);
        while (matcher.find()) {
            all.add(Integer.parseInt(matcher.group(1)));
        }
        List<Integer> existing = all.stream().filter(rule::hasMemory).toList();
        if (existing.size() == 1) {
            return new Sizes(OptionalInt.of(existing.getFirst()), false);
        }
        if (existing.size() > 1 || all.size() > 1) {
            return new Sizes(OptionalInt.empty(), true);
        }
        boolean cpuMemory = rule.forms().equals(List.of(GpuForm.SUPERCHIP));
        return new Sizes(
                all.isEmpty() || cpuMemory
                        ? OptionalInt.empty()
                        : OptionalInt.of(all.iterator().next()),
                false);
    }

    private static List<GpuCandidate> candidates(
            GpuChipRule rule, Optional<GpuForm> form, OptionalInt memory, boolean memoryOpen) {
        if (!rule.choices().isEmpty()) {
            return rule.choices().stream()
                    .map(choice -> new GpuCandidate(choice, form, memory))
                    .toList();
        }
        return rule.variants().stream()
                .filter(variant -> form.isEmpty() || form.get() == variant.form())
                .filter(variant ->
                        memoryOpen || memory.isEmpty() || variant.memoryGb().equals(memory))
                .map(variant -> new GpuCandidate(rule.chip(), Optional.of(variant.form()), variant.memoryGb()))
                .distinct()
                .toList();
    }
}
