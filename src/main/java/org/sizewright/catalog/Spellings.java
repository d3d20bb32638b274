package org.sizewright.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Brings names of vendors and server models to one spelling and to keys under which equal names meet. */
public final class Spellings {
    private static final Pattern IN_BRACKETS = Pattern.compile("(.+?)\\s*\\((.+)\\)");
    private static final Pattern MODEL_NOISE = Pattern.compile("[\\s\\-_]+");

    private final Map<String, String> vendorsByKey;
    private final Set<String> legalForms;
    private final Map<String, List<String>> prefixesByVendor;
    private final List<String> modelPrefixes;
    private final Map<String, String> modelWords;

    private Spellings(Spellings other, Map<String, String> aliases) {
        legalForms = other.legalForms;
        modelPrefixes = other.modelPrefixes;
        modelWords = other.modelWords;
        prefixesByVendor = other.prefixesByVendor;
        vendorsByKey = new LinkedHashMap<>(other.vendorsByKey);
        aliases.forEach((alias, vendor) -> vendorsByKey.put(vendorKey(alias), vendor));
    }

    Spellings(
            Map<String, List<String>> aliasesByVendor,
            List<String> legalForms,
            List<String> modelPrefixes,
            List<String> modelWords) {
        this.legalForms = Set.copyOf(legalForms.stream().map(Cleaning::words).toList());
        this.modelPrefixes = List.copyOf(modelPrefixes);
        this.vendorsByKey = new LinkedHashMap<>();
        this.prefixesByVendor = new LinkedHashMap<>();
        aliasesByVendor.forEach((name, aliases) -> {
            vendorsByKey.put(vendorKey(name), name);
            aliases.forEach(alias -> vendorsByKey.put(vendorKey(alias), name));
            prefixesByVendor.put(
                    name, Stream.concat(Stream.of(name), aliases.stream()).toList());
        });
        this.modelWords = new LinkedHashMap<>();
        modelWords.forEach(word -> this.modelWords.put(word.toLowerCase(Locale.ROOT), word));
    }

    /** The same with more names of vendors, which go before those known. */
    public Spellings withAliases(Map<String, String> vendorByAlias) {
        return vendorByAlias.isEmpty() ? this : new Spellings(this, vendorByAlias);
    }

    /** The known vendors, each in its one spelling. */
    public List<String> vendors() {
        return List.copyOf(prefixesByVendor.keySet());
    }

    /** The vendor's one spelling, if it is a known vendor. */
    public Optional<String> vendor(String written) {
        Optional<String> whole = byKey(written);
        if (whole.isPresent()) {
            return whole;
        }
        // Quanta Cloud Technology (QCT): two names of one vendor, either may be the known one
        Matcher brackets = IN_BRACKETS.matcher(Cleaning.line(written));
        if (!brackets.matches()) {
            return Optional.empty();
        }
        return byKey(brackets.group(1)).or(() -> byKey(brackets.group(2)));
    }

    private Optional<String> byKey(String written) {
        return Optional.ofNullable(vendorsByKey.get(vendorKey(written)));
    }

    /** Under this key the spellings of a vendor that is not known meet: capitals, no punctuation, no legal form. */
    String vendorKey(String written) {
        String[] words = Cleaning.words(written).split(" ");
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            if (i == 0 || !legalForms.contains(words[i])) {
                key.append(words[i]);
            }
        }
        return key.toString();
    }

    /** The model in the vendor's own capitals, where these are known; otherwise as written. */
    String model(String written) {
        String line = Cleaning.line(written);
        StringBuilder model = new StringBuilder();
        for (String word : line.split(" ")) {
            model.append(model.isEmpty() ? "" : " ")
                    .append(modelWords.getOrDefault(word.toLowerCase(Locale.ROOT), word));
        }
        return model.toString();
    }

    /**
     * The key under which the spellings of one model meet: capitals without spaces, hyphens and underscores, without the vendor's name
     * or a product line word in front. Letters and digits are never dropped: they tell servers apart.
     */
    public String modelKey(String vendor, String model) {
        String rest = Cleaning.line(model);
        for (String prefix : prefixesByVendor.getOrDefault(vendor, List.of(vendor))) {
            rest = without(prefix, rest);
        }
        for (String prefix : modelPrefixes) {
            rest = without(prefix, rest);
        }
        return MODEL_NOISE.matcher(rest.toUpperCase(Locale.ROOT)).replaceAll("");
    }

    private static String without(String prefix, String model) {
        boolean starts = model.length() > prefix.length() + 1
                && model.regionMatches(true, 0, prefix, 0, prefix.length())
                && model.charAt(prefix.length()) == ' ';
        return starts ? model.substring(prefix.length() + 1).strip() : model;
    }
}
