package org.sizewright.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sizewright.catalog.CatalogImporter;
import org.sizewright.catalog.CatalogRulesReader;
import org.sizewright.catalog.ImportResult;
import org.sizewright.table.Limits;
import org.sizewright.table.Reading;
import org.sizewright.table.TableReader;

/**
 * File to accounted rows, 20,000 of them, in a heap of 256 MB: as the first thing that a fresh program does, and in one that has run
 * for a moment.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 5, jvmArgsAppend = "-Xmx256m")
public class CatalogImportBenchmark {
    @Param({"xlsx", "xls", "csv"})
    private String format = "";

    private byte[] content = {};

    @Setup(Level.Trial)
    public void write() {
        content = switch (format) {
            case "xlsx" -> LargeCatalog.xlsx(LargeCatalog.ROWS);
            case "xls" -> LargeCatalog.xls(LargeCatalog.ROWS);
            default -> LargeCatalog.csv(LargeCatalog.ROWS);
        };
    }

    @Benchmark
    public int first() {
        return read();
    }

    @Benchmark
    @Warmup(iterations = 3)
    @Measurement(iterations = 10)
    @Fork(value = 1, jvmArgsAppend = "-Xmx256m")
    public int later() {
        return read();
    }

    private int read() {
        Reading reading = TableReader.read(content, "list." + format, Limits.STANDARD);
        ImportResult result = CatalogImporter.of(CatalogRulesReader.readShipped())
                .importTable((Reading.Tables) reading, "list." + format, "");
        return ((ImportResult.Imported) result).entries().size();
    }
}
