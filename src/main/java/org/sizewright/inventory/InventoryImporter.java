package org.sizewright.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sizewright.inventory.SheetReading.Role;
import org.sizewright.library.Library;
import org.sizewright.table.Reading;
import org.sizewright.table.TextTable;

/**
 * Makes hosts of an inventory, with an account of every row. Pure; whatever the cells hold, it does not throw.
 *
 * <p>An RVTools export is known by the names of its sheets or files: its hosts come from vHost, and their load from vInfo. Of any other
 * file the sheet whose header names most fields of a host is read, and likewise one list of virtual machines.
 */
public final class InventoryImporter {
    private final InventoryRules rules;
    private final Library library;
    private final HeaderGuess guesses;

    private InventoryImporter(InventoryRules rules, Library library) {
        this.rules = rules;
        this.library = library;
        guesses = new HeaderGuess(rules);
    }

    /** @param library names the GPUs that are in hosts already */
    public static InventoryImporter of(InventoryRules rules, Library library) {
        return new InventoryImporter(rules, library);
    }

    /** The tables of one file, or of pasted text. */
    public record Source(String file, Reading.Tables tables) {}

    /** How each sheet of the files would be read. */
    public List<SheetReading> guess(List<Source> sources) {
        boolean export = sources.stream()
                .anyMatch(source -> source.tables().tables().stream()
                        .anyMatch(table -> guesses.named(source.file(), table)
                                .flatMap(role -> guesses.guess(source.file(), table, role))
                                .isPresent()));
        List<SheetReading> readings = new ArrayList<>();
        for (Source source : sources) {
            Map<Role, HeaderGuess.Guess> best = new HashMap<>();
            if (!export) {
                for (Role role : List.of(Role.HOSTS, Role.VMS)) {
                    best(source, role).ifPresent(guess -> best.put(role, guess));
                }
            }
            for (TextTable table : source.tables().tables()) {
                Optional<SheetReading> reading = export
                        ? guesses.named(source.file(), table)
                                .flatMap(role -> guesses.guess(source.file(), table, role))
                                .map(HeaderGuess.Guess::reading)
                        : Stream.of(Role.HOSTS, Role.VMS)
                                .flatMap(role -> Optional.ofNullable(best.get(role)).stream())
                                .map(HeaderGuess.Guess::reading)
                                .filter(each -> each.sheet().equals(table.sheet()))
                                .findFirst();
                readings.add(reading.orElseGet(() -> SheetReading.notRead(source.file(), table.sheet())));
            }
        }
        return readings;
    }

    private Optional<HeaderGuess.Guess> best(Source source, Role role) {
        Optional<HeaderGuess.Guess> best = Optional.empty();
        for (TextTable table : source.tables().tables()) {
            Optional<HeaderGuess.Guess> guess = guesses.guess(source.file(), table, role);
            if (guess.isPresent()
                    && (best.isEmpty() || guess.get().score() > best.get().score())) {
                best = guess;
            }
        }
        return best;
    }

    /** Reads the files as guessed. */
    public InventoryResult read(List<Source> sources, List<InventoryHost> there) {
        return read(sources, guess(sources), there);
    }

    /**
     * Reads the files.
     *
     * @param readings how, one for each sheet
     * @param there hosts that the site has; a list of virtual machines may speak of them
     */
    public InventoryResult read(List<Source> sources, List<SheetReading> readings, List<InventoryHost> there) {
        HostRows hosts = new HostRows(rules, library);
        each(sources, readings, Role.HOSTS, hosts::read);
        Map<String, String> names = new HashMap<>();
        there.forEach(host -> names.put(host.key(), host.name()));
        hosts.hosts().forEach((key, host) -> names.put(key, host.name()));
        VmRows vms = new VmRows(rules, names);
        boolean hasVms = each(sources, readings, Role.VMS, vms::read);
        if (hosts.hosts().isEmpty() && !hasVms) {
            return new InventoryResult.Refused(
                    files(sources)
                            + " has no table of hosts: no header names a host together with its cores or memory.",
                    "Choose an RVTools export with vHost and vInfo, or add a header such as: Host, Vendor, Model, CPUs,"
                            + " Cores per CPU, Memory GiB, Cluster.");
        }
        List<InventoryHost> read = hosts.hosts().values().stream()
                .map(host -> hasVms ? host.withLoad(vms.load(host.key())) : host)
                .toList();
        List<InventoryHost> loaded = there.stream()
                .filter(host -> !hosts.hosts().containsKey(host.key()) && vms.mentions(host.key()))
                .map(host -> host.withLoad(vms.load(host.key())))
                .toList();
        List<RowOutcome> outcomes = new ArrayList<>(hosts.outcomes());
        outcomes.addAll(vms.outcomes());
        return new InventoryResult.Imported(read, loaded, readings, outcomes);
    }

    private interface Reader {
        void read(TextTable table, SheetReading reading);
    }

    private static boolean each(List<Source> sources, List<SheetReading> readings, Role role, Reader reader) {
        boolean any = false;
        for (Source source : sources) {
            for (TextTable table : source.tables().tables()) {
                for (SheetReading reading : readings) {
                    if (reading.role() == role
                            && reading.file().equals(source.file())
                            && reading.sheet().equals(table.sheet())) {
                        reader.read(table, reading);
                        any = true;
                    }
                }
            }
        }
        return any;
    }

    private static String files(List<Source> sources) {
        return String.join(" and ", sources.stream().map(Source::file).toList());
    }
}
