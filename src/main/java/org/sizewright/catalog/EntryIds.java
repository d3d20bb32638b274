package org.sizewright.catalog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Builds entry ids. */
final class EntryIds {
    private static final Pattern NOT_SLUG = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NOT_MODEL = Pattern.compile("[^\\p{L}\\p{N}.+]");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    private EntryIds() {}

    static EntryId of(String vendorKey, String modelKey, GpuName gpu) {
        String model = NOT_MODEL.matcher(modelKey.toLowerCase(Locale.ROOT)).replaceAll("_");
        return new EntryId(slug(vendorKey) + "/" + model + "/" + gpu(gpu));
    }

    private static String gpu(GpuName gpu) {
        if (gpu.chip().isEmpty()) {
            return "unknown-" + slug(gpu.text());
        }
        String form = gpu.form().map(f -> "-" + slug(f.text())).orElse("");
        String memory = gpu.memoryGb().isPresent() ? "-" + gpu.memoryGb().getAsInt() : "";
        return slug(gpu.chip().get()) + form + memory;
    }

    /** The same id with the counts and the validation of the entry behind it. */
    static EntryId withFacts(CatalogEntry entry) {
        return new EntryId("%s~%sgpu-%scpu-%s"
                .formatted(
                        entry.id(),
                        count(entry.maxGpu()),
                        count(entry.maxCpu()),
                        slug(
                                entry.validation() == Validation.UNKNOWN
                                        ? "unknown " + entry.validationText()
                                        : entry.validation().name())));
    }

    /** The same id with a short hash of everything else that the entry states. */
    static EntryId withDetails(CatalogEntry entry) {
        // the filter of the export, told beside the list, must not rename the entry
        SystemClass stated = entry.systemClass()
                .origin()
                .filter(origin -> origin.source() == ClassOrigin.Source.FILTER)
                .map(origin -> SystemClass.UNKNOWN)
                .orElse(entry.systemClass());
        String details = "%s\nSystemClass[kind=%s, text=%s]\n%s"
                .formatted(entry.cpu(), stated.kind(), stated.text(), entry.extra());
        return new EntryId(entry.id() + "-" + hash(details));
    }

    private static String count(OptionalInt count) {
        return count.isPresent() ? Integer.toString(count.getAsInt()) : "x";
    }

    private static String slug(String text) {
        String slug = NOT_SLUG.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
        return EDGES.matcher(slug).replaceAll("");
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
