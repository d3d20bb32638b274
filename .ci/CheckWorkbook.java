import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The part of check-workbook that looks into files. Reads the XML itself, so that a mistake of the library that writes the workbook
 * cannot hide here. One file without dependencies, run as {@code java CheckWorkbook.java}.
 */
class CheckWorkbook {
    private static final double TOLERANCE = 1e-9;
    private static final int SHOWN = 25;

    /** A cell as the file holds it. */
    record Cell(String formula, String type, String value) {
        boolean isFormula() {
            return formula != null;
        }

        boolean isError() {
            return type.equals("e") || value.startsWith("#") && value.endsWith("!") || value.equals("#NAME?")
                    || value.equals("#N/A") || value.startsWith("Err:");
        }

        boolean isNumber() {
            return type.isEmpty() || type.equals("n");
        }
    }

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "change" ->
                change(
                        Path.of(arguments[1]),
                        Path.of(arguments[2]),
                        Arrays.asList(arguments).subList(3, arguments.length));
            case "spoil" -> spoil(Path.of(arguments[1]), Path.of(arguments[2]));
            case "compare" -> compare(Path.of(arguments[1]), Path.of(arguments[2]), false);
            case "compare-changed" -> compare(Path.of(arguments[1]), Path.of(arguments[2]), true);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void compare(Path expectedFile, Path actualFile, boolean changed) throws Exception {
        Map<String, Map<String, Cell>> expected = cells(expectedFile);
        Map<String, Map<String, Cell>> actual = cells(actualFile);
        List<String> problems = new ArrayList<>();
        int numbers = 0;
        int texts = 0;
        Set<String> stale = changed ? stale(actualFile, expected, actual) : Set.of();
        int leftOut = 0;
        int formulas = 0;
        for (Map.Entry<String, Map<String, Cell>> sheet : expected.entrySet()) {
            Map<String, Cell> found = actual.getOrDefault(sheet.getKey(), Map.of());
            for (Map.Entry<String, Cell> entry : sheet.getValue().entrySet()) {
                Cell wanted = entry.getValue();
                if (!wanted.isFormula()) {
                    continue;
                }
                formulas++;
                String where = sheet.getKey() + "!" + entry.getKey() + " =" + wanted.formula();
                Cell got = found.get(entry.getKey());
                if (wanted.isError()) {
                    problems.add(where + "\n    carries the error " + wanted.value());
                } else if (wanted.value().isEmpty() && wanted.isNumber()) {
                    problems.add(where + "\n    carries no value");
                } else if (got == null) {
                    problems.add(where + "\n    is gone after recalculation");
                } else if (got.isError()) {
                    problems.add(where + "\n    gives the error " + got.value());
                } else if (stale.contains(sheet.getKey() + "!" + entry.getKey())) {
                    leftOut++;
                } else if (wanted.isNumber() != got.isNumber()) {
                    problems.add(where + "\n    carries " + wanted.value() + ", recalculated " + got.value());
                } else if (wanted.isNumber()) {
                    numbers++;
                    double want = Double.parseDouble(wanted.value());
                    double give = Double.parseDouble(got.value());
                    if (Math.abs(want - give) > TOLERANCE * Math.max(1, Math.abs(want))) {
                        problems.add(where + "\n    carries " + want + ", recalculated " + give);
                    }
                } else {
                    texts++;
                    if (!wanted.value().equals(got.value())) {
                        problems.add(
                                where + "\n    carries \"" + wanted.value() + "\", recalculated \"" + got.value() + "\"");
                    }
                }
            }
        }
        System.out.println(expectedFile.getFileName() + ": " + formulas + " formulas in " + expected.size() + " sheets; "
                + numbers + " numbers and " + texts + " texts compared" + (changed ? ", " + leftOut + " stale or resting on stale ones left out" : "")
                + "; " + problems.size() + " differ");
        problems.stream().limit(SHOWN).forEach(problem -> System.out.println("  " + problem));
        if (formulas == 0) {
            System.out.println("  there is nothing to compare");
        }
        System.exit(problems.isEmpty() && formulas > 0 ? 0 : 1);
    }


    /**
     * Cells that say "stale" after the change, those that say whether a search still holds (their names end with "_current"), and all
     * that read one of them.
     */
    private static Set<String> stale(Path file, Map<String, Map<String, Cell>> formulas, Map<String, Map<String, Cell>> values)
            throws Exception {
        Map<String, Set<String>> areas = new LinkedHashMap<>();
        Set<String> stale = new LinkedHashSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            NodeList names = parse(zip, "xl/workbook.xml").getElementsByTagName("definedName");
            for (int i = 0; i < names.getLength(); i++) {
                String name = ((Element) names.item(i)).getAttribute("name");
                if (name.matches("(in|calc|out)_.*")) {
                    areas.put(name, addresses(names.item(i).getTextContent()));
                    if (name.matches("calc_.*_current(_.*)?")) {
                        stale.addAll(areas.get(name));
                    }
                }
            }
        }
        values.forEach((sheet, cells) -> cells.forEach((address, cell) -> {
            if (cell.isFormula() && cell.value().equals("stale")) {
                stale.add(sheet + "!" + address);
            }
        }));
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<String, Map<String, Cell>> sheet : formulas.entrySet()) {
                for (Map.Entry<String, Cell> cell : sheet.getValue().entrySet()) {
                    String at = sheet.getKey() + "!" + cell.getKey();
                    if (cell.getValue().isFormula() && !stale.contains(at) && reads(cell.getValue(), areas, stale)) {
                        stale.add(at);
                        more = true;
                    }
                }
            }
        }
        return stale;
    }

    private static boolean reads(Cell cell, Map<String, Set<String>> areas, Set<String> stale) {
        Matcher name = Pattern.compile("\\b(?:in|calc|out)_[a-z0-9_]+").matcher(cell.formula());
        while (name.find()) {
            if (areas.getOrDefault(name.group(), Set.of()).stream().anyMatch(stale::contains)) {
                return true;
            }
        }
        return false;
    }

    /** The cells of an area in one row or one column. */
    private static Set<String> addresses(String reference) {
        int end = reference.lastIndexOf('!');
        String sheet = sheetTitle(reference);
        String[] corners = reference.substring(end + 1).replace("$", "").split(":");
        Set<String> all = new LinkedHashSet<>();
        for (int column = column(corners[0]); column <= column(corners[corners.length - 1]); column++) {
            for (int row = row(corners[0]); row <= row(corners[corners.length - 1]); row++) {
                all.add(sheet + "!" + letters(column) + row);
            }
        }
        return all;
    }

    private static String sheetTitle(String reference) {
        String title = reference.substring(0, reference.lastIndexOf('!'));
        return title.replaceAll("^[$]?'?|'$", "").replace("''", "'");
    }

    private static int row(String address) {
        return Integer.parseInt(address.replaceAll("[A-Z]", ""));
    }

    private static int column(String address) {
        return address.chars().filter(Character::isLetter).reduce(0, (sum, letter) -> sum * 26 + letter - 'A' + 1);
    }

    private static String letters(int column) {
        return column == 0 ? "" : letters((column - 1) / 26) + (char) ('A' + (column - 1) % 26);
    }

    /** Copies the workbook with one number of a formula off by a millionth, to see the comparison fail. */
    private static void spoil(Path from, Path to) throws Exception {
        Map<String, String> edited = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(from.toFile())) {
            for (String entry : sheetFiles(zip).values()) {
                String xml = new String(zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
                Matcher value = Pattern.compile("</f><v>([0-9][0-9.]*)</v>").matcher(xml);
                if (value.find()) {
                    double wrong = Double.parseDouble(value.group(1)) * 1.000001 + 0.000001;
                    edited.put(entry, xml.substring(0, value.start(1)) + wrong + xml.substring(value.end(1)));
                    break;
                }
            }
            write(zip, edited, to);
        }
    }

    private static void write(ZipFile zip, Map<String, String> edited, Path to) throws IOException {
        try (OutputStream out = Files.newOutputStream(to);
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry : zip.stream().map(ZipEntry::new).toList()) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                String text = edited.get(entry.getName());
                copy.write(
                        text == null
                                ? zip.getInputStream(entry).readAllBytes()
                                : text.getBytes(StandardCharsets.UTF_8));
                copy.closeEntry();
            }
        }
    }

    private static Map<String, Map<String, Cell>> cells(Path file) throws Exception {
        Map<String, Map<String, Cell>> sheets = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<String> shared = sharedTexts(zip);
            for (Map.Entry<String, String> sheet : sheetFiles(zip).entrySet()) {
                Map<String, Cell> cells = new LinkedHashMap<>();
                try (InputStream in = zip.getInputStream(zip.getEntry(sheet.getValue()))) {
                    readCells(XMLInputFactory.newInstance().createXMLStreamReader(in), shared, cells);
                }
                sheets.put(sheet.getKey(), cells);
            }
        }
        return sheets;
    }

    private static void readCells(XMLStreamReader xml, List<String> shared, Map<String, Cell> cells)
            throws XMLStreamException {
        String address = "";
        String type = "";
        String formula = null;
        StringBuilder value = new StringBuilder();
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "c" -> {
                        address = xml.getAttributeValue(null, "r");
                        type = xml.getAttributeValue(null, "t") == null ? "" : xml.getAttributeValue(null, "t");
                        formula = null;
                        value.setLength(0);
                    }
                    case "f" -> formula = xml.getElementText();
                    case "v", "t" -> value.append(xml.getElementText());
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                String text = value.toString();
                cells.put(
                        address,
                        new Cell(formula, type, type.equals("s") ? shared.get(Integer.parseInt(text)) : text));
            }
        }
    }

    private static List<String> sharedTexts(ZipFile zip) throws Exception {
        List<String> texts = new ArrayList<>();
        if (zip.getEntry("xl/sharedStrings.xml") != null) {
            NodeList items = parse(zip, "xl/sharedStrings.xml").getElementsByTagName("si");
            for (int i = 0; i < items.getLength(); i++) {
                StringBuilder text = new StringBuilder();
                NodeList parts = ((Element) items.item(i)).getElementsByTagName("t");
                for (int part = 0; part < parts.getLength(); part++) {
                    text.append(parts.item(part).getTextContent());
                }
                texts.add(text.toString());
            }
        }
        return texts;
    }

    /** Title of each sheet to its file. */
    private static Map<String, String> sheetFiles(ZipFile zip) throws Exception {
        Map<String, String> targets = new LinkedHashMap<>();
        NodeList relations = parse(zip, "xl/_rels/workbook.xml.rels").getElementsByTagName("Relationship");
        for (int i = 0; i < relations.getLength(); i++) {
            Element relation = (Element) relations.item(i);
            String target = relation.getAttribute("Target");
            targets.put(relation.getAttribute("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
        Map<String, String> files = new LinkedHashMap<>();
        NodeList sheets = parse(zip, "xl/workbook.xml").getElementsByTagName("sheet");
        for (int i = 0; i < sheets.getLength(); i++) {
            Element sheet = (Element) sheets.item(i);
            files.put(sheet.getAttribute("name"), targets.get(sheet.getAttribute("r:id")));
        }
        return files;
    }

    private static Document parse(ZipFile zip, String entry)
            throws IOException, ParserConfigurationException, SAXException {
        byte[] bytes = zip.getInputStream(zip.getEntry(entry)).readAllBytes();
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    /** Copies the workbook with other numbers in the named cells. */
    private static void change(Path from, Path to, List<String> changes) throws Exception {
        Map<String, String> edited = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(from.toFile())) {
            for (String change : changes) {
                String name = change.substring(0, change.indexOf('='));
                double number = Double.parseDouble(change.substring(change.indexOf('=') + 1));
                String reference = reference(zip, name);
                String sheet = sheetTitle(reference);
                String address = reference.substring(reference.lastIndexOf('!') + 1).replace("$", "");
                String entry = sheetFiles(zip).get(sheet);
                String xml = edited.containsKey(entry)
                        ? edited.get(entry)
                        : new String(zip.getInputStream(zip.getEntry(entry)).readAllBytes(), StandardCharsets.UTF_8);
                Matcher cell = Pattern.compile("<c r=\"" + address + "\"([^>]*?)(/>|>.*?</c>)", Pattern.DOTALL)
                        .matcher(xml);
                if (!cell.find() || cell.group(2).contains("<f>")) {
                    throw new IllegalArgumentException(name + " at " + reference + " is no cell to change");
                }
                String attributes = cell.group(1).replaceAll(" t=\"[^\"]*\"", "");
                edited.put(
                        entry,
                        xml.substring(0, cell.start()) + "<c r=\"" + address + "\"" + attributes + "><v>" + number
                                + "</v></c>" + xml.substring(cell.end()));
            }
            write(zip, edited, to);
        }
    }

    private static String reference(ZipFile zip, String name) throws Exception {
        NodeList names = parse(zip, "xl/workbook.xml").getElementsByTagName("definedName");
        for (int i = 0; i < names.getLength(); i++) {
            if (((Element) names.item(i)).getAttribute("name").equals(name)) {
                return names.item(i).getTextContent();
            }
        }
        throw new IllegalArgumentException("no cell is called " + name);
    }
}
