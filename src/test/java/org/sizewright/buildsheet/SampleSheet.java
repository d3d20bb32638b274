package org.sizewright.buildsheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.sizewright.figure.Evidence;
import org.sizewright.figure.Figure;
import org.sizewright.figure.FigureBook;
import org.sizewright.figure.Formula;
import org.sizewright.figure.Given;
import org.sizewright.figure.Range;
import org.sizewright.figure.RowKey;
import org.sizewright.figure.Rows;
import org.sizewright.figure.Source;
import org.sizewright.figure.Unit;

/** A small calculation with everything that a build sheet can meet: rows, bands, unknowns, a search. Its numbers are made up. */
public final class SampleSheet {
    static final Source NOTED = Source.of("test", "", "2026-11", Evidence.VERIFIED);
    static final RowKey W1 = new RowKey("w1", "Chat assistant");
    static final RowKey W2 = new RowKey("w2", "Document search");
    static final Rows WORKLOADS = new Rows("workload", "Workload", List.of(W1, W2));
    static final RowKey H1 = new RowKey("h1", "esx-01");
    static final RowKey H2 = new RowKey("h2", "esx-02");
    static final RowKey H3 = new RowKey("h3", "esx-03");
    static final Rows HOSTS = new Rows("host", "Host", List.of(H1, H2, H3));
    static final List<String> HOSTILE = List.of(
            "=1+1",
            "+49 30 1234",
            "-1",
            "@SUM(A1)",
            "=HYPERLINK(\"http://example.invalid\",\"click\")",
            "_x0041_ stays",
            "'quoted",
            "line one\nline two",
            "<b>&amp;</b>");

    private SampleSheet() {}

    public static FigureBook book(double contextOfChat) {
        FigureBook.Builder book = FigureBook.builder();
        FigureBook.Scope one = book.single();
        FigureBook.Scope perWorkload = book.over(WORKLOADS);
        FigureBook.Scope perHost = book.over(HOSTS);
        Figure context = perWorkload.input(
                "context",
                Unit.TOKEN,
                "Context",
                Range.of(1, 1_048_576),
                row -> Given.input(row.equals(W1) ? contextOfChat : 4096, "/workloads/" + row.id() + "/context"));
        Figure users = perWorkload.input(
                "users", Unit.COUNT, "Concurrent requests", Range.atLeast(0), row -> Given.input(24, "/users"));
        Figure usable = one.input(
                "usable", Unit.PERCENT, "Usable GPU memory", Range.of(1, 100), row -> Given.input(90, "/usable"));
        Figure perToken = perWorkload.fact(
                "kv_per_token", Unit.BYTE_PER_TOKEN, "Cache per token", row -> Given.fact(131_072, NOTED));
        Figure parameters = perWorkload.fact(
                "parameters",
                Unit.COUNT,
                "Parameters",
                row -> Given.fact(row.equals(W1) ? 70_553_706_496d : 7_110_660_096d, NOTED));
        Figure gpuMemory = one.fact("gpu_memory", Unit.GIB, "GPU memory", row -> Given.fact(79.6, NOTED));
        Figure weights = perWorkload.define(
                "weights",
                Unit.GIB,
                "Weights",
                parameters.times(Formula.constant(2, Unit.BYTE)),
                Source.of("bytes per parameter", "number formats", "", Evidence.INFERRED));
        Figure cache = perWorkload.define(
                "cache", Unit.GIB, "Key-value cache", context.times(users).times(perToken));
        Figure activations = perWorkload.define(
                "activations",
                Unit.GIB,
                "Activations",
                new Formula.ByLane(weights.times(0.02), weights.times(0.05), weights.times(0.12)));
        Figure total = perWorkload.define(
                "memory", Unit.GIB, "Memory", weights.plus(cache).plus(activations));
        Figure gpus = perWorkload.define(
                "gpus",
                Unit.COUNT,
                "GPUs",
                total.dividedBy(gpuMemory.times(usable)).ceil());
        one.output("gpus_total", Unit.COUNT, "GPUs in total", gpus.sum());
        Figure idle = perHost.fact(
                "host_power",
                Unit.WATT,
                "Power",
                row -> row.equals(H3) ? Given.unknown("no data sheet", NOTED) : Given.fact(5600, NOTED));
        perHost.define("host_heat", Unit.BTU_PER_HOUR, "Heat", idle);
        perHost.define(
                "host_power_worst", Unit.KILOWATT, "Power", new Formula.ByLane(idle.times(0.8), idle, idle.times(1.1)));
        Figure power = one.define("power_total", Unit.KILOWATT, "Power of all hosts", idle.sum());
        one.output("heat", Unit.BTU_PER_HOUR, "Heat", power);
        Figure delivery = one.fact("delivery", Unit.COUNT, "Weeks to deliver", row -> Given.unknown("ask", NOTED));
        one.define("delivery_days", Unit.COUNT, "Days to deliver", delivery.times(7));
        Figure current = one.define(
                "placement_current",
                Unit.COUNT,
                "Placement holds",
                Formula.when(
                        context.largest().equalTo(Formula.constant(8192, Unit.TOKEN)),
                        Formula.constant(1),
                        Formula.constant(0)));
        one.searched(
                "hosts_found",
                Unit.COUNT,
                "Hosts, proven minimum",
                Formula.when(
                        current.equalTo(Formula.constant(1)),
                        Formula.constant(3),
                        new Formula.Missing("stale", "an input changed", Unit.COUNT)));
        one.define("spare_hosts", Unit.COUNT, "Spare hosts", Formula.constant(4).minus(book.get("hosts_found")));
        return book.build();
    }

    public static BuildSheet of(FigureBook book) {
        return of(book, List.of());
    }

    static BuildSheet of(FigureBook book, List<Sheet> more) {
        FigureTables tables = new FigureTables(book);
        List<Figure> figures = book.figures();
        List<Figure> given =
                figures.stream().filter(figure -> figure.formula().isEmpty()).toList();
        List<Figure> calculated =
                figures.stream().filter(figure -> figure.formula().isPresent()).toList();
        List<Figure> sizing = calculated.stream()
                .filter(figure -> figure.rows().equals(WORKLOADS))
                .toList();
        List<Figure> singles = calculated.stream()
                .filter(figure -> figure.rows().isNone() && figure.kind() != Figure.Kind.SEARCHED)
                .toList();
        Sheet summary = Sheet.of(
                "summary",
                "Summary",
                "The answer on one page.",
                Sheet.Group.FRONT,
                Staleness.banner(book, book.get("placement_current").cell()),
                Block.Facts.of(
                        "Chosen option",
                        Block.Fact.of("GPUs", Entry.mirror(book.get("gpus_total")), "at 90 % usable memory"),
                        Block.Fact.of("Power", Entry.mirror(book.get("power_total")), "kW"),
                        Block.Fact.of("Hosts", Entry.mirror(book.get("hosts_found")), "proven minimum"),
                        Block.Fact.of("Delivery", Entry.mirror(book.get("delivery")), "weeks"),
                        Block.Fact.of("Survives a host", Entry.status("passed", Tone.GOOD), "N+1")),
                new Block.Note(
                        "Numbers are made up. They show how a build sheet reads: every number is a formula over named"
                                + " cells, and whatever nobody told says so."));
        Sheet assumptions = Sheet.of(
                "assumptions",
                "Assumptions",
                "All numbers that can be changed, and the facts they meet.",
                Sheet.Group.INPUTS,
                tables.assumptions("", given));
        Sheet sizingSheet = Sheet.of(
                "sizing",
                "Sizing",
                "How much each workload needs.",
                Sheet.Group.WORKINGS,
                tables.rowsAcross("Per workload", WORKLOADS, sizing),
                tables.singles("In total", singles));
        Sheet hosts = Sheet.of(
                "placement",
                "GPU placement",
                "Which virtual machine runs where.",
                Sheet.Group.RESULTS,
                Staleness.banner(book, book.get("placement_current").cell()),
                tables.singles("Found", List.of(book.get("hosts_found"))),
                Block.Table.titled("Placement")
                        .note("Computed by the application; not a formula.")
                        .columns(
                                Column.text("VM"),
                                Column.text("Host"),
                                Column.number("GPU"),
                                Column.text("Profile"),
                                Column.number("Memory", Unit.GIB),
                                Column.status("Result"))
                        .row(
                                Entry.text("chat-1"),
                                Entry.linkToSheet("esx-01", "assumptions"),
                                Entry.number(0),
                                Entry.text("nvidia_h100xm-80c"),
                                Entry.number(79.6, 1),
                                Entry.status("placed", Tone.GOOD))
                        .row(
                                Entry.text("search-1"),
                                Entry.text("esx-02"),
                                Entry.number(1),
                                Entry.text("nvidia_h100xm-40c"),
                                Entry.unknown("vendor"),
                                Entry.status("waits", Tone.CAUTION))
                        .total(
                                Entry.text("Total"),
                                Entry.empty(),
                                Entry.empty(),
                                Entry.empty(),
                                Entry.mirror(book.get("gpus_total")),
                                Entry.empty())
                        .build());
        Sheet perHost = Sheet.of(
                "hosts",
                "Hosts",
                "What each host draws.",
                Sheet.Group.WORKINGS,
                tables.rowsDown(
                        "",
                        HOSTS,
                        calculated.stream()
                                .filter(figure -> figure.rows().equals(HOSTS))
                                .toList()));
        Block.Table.Builder hostile =
                Block.Table.titled("Remarks").columns(Column.number("Line"), Column.prose("Remark", 60));
        for (int i = 0; i < HOSTILE.size(); i++) {
            hostile.row(Entry.number(i + 1), Entry.text(HOSTILE.get(i)));
        }
        Sheet findings = Sheet.of("findings", "Findings", "What to look at.", Sheet.Group.CONTROL, hostile.build());
        Sheet trace = Sheet.of(
                "trace",
                "Trace",
                "How each number comes about.",
                Sheet.Group.CONTROL,
                tables.trace(
                        "",
                        figures.stream()
                                .flatMap(figure -> book.cells(figure).stream())
                                .toList()));
        Cover cover = new Cover(
                "Build sheet",
                "Müller & Söhne",
                "2nd AI cluster",
                "A. Architect",
                "rev 3",
                "draft",
                LocalDate.of(2026, 11, 21),
                "Sizewright 0.1.0",
                List.of(Block.Fact.of("Site", "Room 2, rack B"), Block.Fact.of("Reviewer", "")));
        List<Sheet> sheets =
                new ArrayList<>(Stream.of(summary, assumptions, sizingSheet, perHost, hosts, findings, trace)
                        .toList());
        sheets.addAll(more);
        return new BuildSheet(cover, book, sheets);
    }
}
