package org.sizewright.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A list of servers as large as no real one, the same on every run: invented models of the catalog's vendors. */
public final class LargeCatalog {
    /** What the import is judged by. */
    public static final int ROWS = 20_000;

    private static final List<String> HEADER = List.of(
            "OEM/System Builder",
            "Server Model/Series",
            "NVIDIA GPU",
            "GPU Form Factor",
            "Processor Type",
            "MAX GPU Per Node",
            "MAX CPU Per Node",
            "Validation Type");
    private static final List<String> VENDORS = List.of(
            "Dell",
            "HPE",
            "Lenovo",
            "Supermicro",
            "ASUSTeK",
            "GIGABYTE",
            "Cisco",
            "Fujitsu",
            "QCT",
            "Inspur",
            "H3C",
            "xFusion");
    private static final List<String> FAMILIES =
            List.of("PowerEdge", "ProLiant", "ThinkSystem", "SuperServer", "ESC", "UCS", "PRIMERGY", "QuantaGrid");
    private static final List<List<String>> GPUS = List.of(
            List.of("A100 PCIe 80GB", "PCIe Gen 4"),
            List.of("A100 SXM4 80GB", "SXM4 Gen 4"),
            List.of("H100 NVL", "PCIe Gen 5"),
            List.of("H100", "SXM5 Gen 5"),
            List.of("H200 NVL", "PCIe Gen 5"),
            List.of("L40S", "PCIe Gen 4"),
            List.of("L4", "PCIe Gen 4"),
            List.of("A40", "PCIe Gen 4"),
            List.of("A30", "PCIe Gen 4"),
            List.of("T4", "PCIe Gen 3"),
            List.of("RTX A6000", "PCIe Gen 4"),
            List.of("RTX PRO 6000 Blackwell Server Edition", "PCIe Gen 5"),
            List.of("V100 32GB", "SXM2 Gen 3"));
    private static final List<String> CPUS = List.of(
            "Intel-IceLake", "Intel-SapphireRapids", "AMD-Genoa", "AMD-Milan", "ARM-Altra", "Intel-EmeraldRapids");
    private static final List<String> VALIDATIONS = List.of("NVIDIA-Certified", "Qualified", "NGC-Ready");

    private LargeCatalog() {}

    /** Title, header, and so many rows. */
    public static List<List<String>> rows(int count) {
        RandomGenerator random = new Random(42);
        List<List<String>> rows = new ArrayList<>(count + 2);
        rows.add(List.of("NVIDIA Qualified Server Catalog"));
        rows.add(HEADER);
        for (int i = 0; i < count; i++) {
            List<String> gpu = pick(GPUS, random);
            rows.add(List.of(
                    pick(VENDORS, random),
                    pick(FAMILIES, random) + " " + (char) ('A' + random.nextInt(26)) + (1000 + i / 3) + " Gen"
                            + (9 + random.nextInt(4)),
                    gpu.get(0),
                    gpu.get(1),
                    pick(CPUS, random),
                    Integer.toString(1 << random.nextInt(4)),
                    Integer.toString(1 + random.nextInt(2)),
                    pick(VALIDATIONS, random)));
        }
        return rows;
    }

    /** The list as .xlsx. */
    public static byte[] xlsx(int count) {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(100)) {
            return written(workbook, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list as .xls. */
    public static byte[] xls(int count) {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            return written(workbook, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The list as comma separated text. */
    public static byte[] csv(int count) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows(count)) {
            text.append('"').append(String.join("\",\"", row)).append("\"\n");
        }
        return text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] written(Workbook workbook, int count) throws IOException {
        Sheet sheet = workbook.createSheet("Sheet1");
        int number = 0;
        for (List<String> values : rows(count)) {
            Row row = sheet.createRow(number++);
            for (int column = 0; column < values.size(); column++) {
                Cell cell = row.createCell(column);
                cell.setCellValue(values.get(column));
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = bytes) {
            workbook.write(out);
        }
        return bytes.toByteArray();
    }

    private static <T> T pick(List<T> list, RandomGenerator random) {
        return list.get(random.nextInt(list.size()));
    }
}
