package org.sizewright.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Workbooks that no program would write, made part by part. */
class HostileWorkbooksTest {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";

    @Test
    void readsAPlainOne() throws IOException {
        assertThat(texts(sheet("", row(1, "a", "b"))).getFirst()).containsExactly("a", "b");
    }

    @Test
    void doesNotOpenWhatAnEntityPointsTo() throws IOException {
        String entity = "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";
        assertThat(refusal(sheet(entity, row(1, "&x;")))).contains("damaged");
        String laughs = "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\">]>";
        assertThat(refusal(sheet(laughs, row(1, "&c;")))).contains("damaged");
    }

    @Test
    void showsWhatAFormulaGaveAndNeverWhatItAsksFor() throws IOException {
        String cells =
                "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>HYPERLINK(\"http://example.org/\",\"DL384\")</f><v>DL384</v></c>"
                        + "<c r=\"B1\"><f>1/0</f></c><c r=\"C1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c r=\"D1\"><v>4</v></c></row>";
        assertThat(texts(sheet("", cells)).getFirst()).containsExactly("DL384", "", "#DIV/0!", "4");
    }

    @Test
    void readsPastAnyNumberOfEmptyRows() throws IOException {
        StringBuilder rows = new StringBuilder(row(1, "a"));
        for (int number = 2; number < 200_000; number++) {
            rows.append("<row r=\"")
                    .append(number)
                    .append("\"><c r=\"A")
                    .append(number)
                    .append("\"/></row>");
        }
        assertThat(texts(sheet("", rows.toString()))).hasSize(1);
    }

    @Test
    void refusesMergedRegionsThatOverlapWithoutEnd() throws IOException {
        StringBuilder merges = new StringBuilder("</sheetData><mergeCells>");
        for (int number = 1; number < 3000; number++) {
            merges.append("<mergeCell ref=\"A").append(number).append(":E1048576\"/>");
        }
        StringBuilder rows = new StringBuilder();
        for (int number = 1; number < 3000; number++) {
            rows.append(row(number, "x"));
        }
        byte[] content =
                book("<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + merges + "</mergeCells></worksheet>");
        assertThat(refusal(content)).isEqualTo("a.xlsx has merged regions of more than 1,000,000 cells.");
    }

    @Test
    void refusesPlacesThatNoSheetHas() throws IOException {
        assertThat(refusal(sheet("", "<row r=\"1\"><c r=\"ZZZZ1\" t=\"inlineStr\"><is><t>x</t></is></c></row>")))
                .contains("columns");
        assertThat(refusal(sheet("", row(99_999_999, "x")))).contains("rows");
        assertThat(refusal(sheet("", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>")))
                .contains("damaged");
    }

    @Test
    void refusesMoreTextThanAListHas() throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int number = 1; number < 600; number++) {
            rows.append(row(number, "x".repeat(32_767)));
        }
        assertThat(refusal(sheet("", rows.toString()))).isEqualTo("a.xlsx holds more than 16,777,216 characters.");
    }

    @Test
    void saysWhatAWebPageUnderAWorkbooksNameIs() {
        byte[] page = "<html><table><tr><td>x</td></tr></table></html>".getBytes(StandardCharsets.UTF_8);
        assertThat(refusal(TableReader.read(page, "a.xls", Limits.STANDARD)))
                .isEqualTo("a.xls is a web page or XML document under the name of a workbook.");
    }

    private static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int column = 0; column < texts.length; column++) {
            row.append("<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                    .formatted((char) ('A' + column), number, texts[column]));
        }
        return row.append("</row>").toString();
    }

    private static byte[] sheet(String doctype, String rows) throws IOException {
        return book(doctype + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    }

    private static byte[] book(String sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
            part(zip, "[Content_Types].xml", """
                    <Types xmlns="%s/content-types">
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                    <Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%sworksheet+xml"/></Types>
                    """.formatted(PACKAGE, type, type));
            part(zip, "_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
            part(zip, "xl/workbook.xml", """
                    <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>
                    """.formatted(MAIN, OFFICE));
            part(zip, "xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
            part(zip, "xl/worksheets/sheet1.xml", sheet);
        }
        return out.toByteArray();
    }

    private static String relation(String kind, String target) {
        return "<Relationships xmlns=\"%s/relationships\"><Relationship Id=\"r1\" Type=\"%s/%s\" Target=\"%s\"/></Relationships>"
                .formatted(PACKAGE, OFFICE, kind, target);
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content.strip()).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static List<List<String>> texts(byte[] content) {
        return ((Reading.Tables) TableReader.read(content, "a.xlsx", Limits.STANDARD))
                .tables().getFirst().rows().stream().map(TextTable.Row::texts).toList();
    }

    private static String refusal(byte[] content) {
        return refusal(TableReader.read(content, "a.xlsx", Limits.STANDARD));
    }

    private static String refusal(Reading reading) {
        return ((Reading.Unreadable) reading).sentence();
    }
}
