package org.sizewright.table;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the text of a PDF with its places and hands it to {@link PageLayout}, which finds rows and columns. */
final class PdfText {
    /** A gap of more than this, in units of the font size, ends a piece of text. */
    private static final double PIECE_GAP = 0.7;

    private static final double WORD_GAP = 0.15;

    private PdfText() {}

    static Optional<TextTable> read(byte[] bytes, String file, Limits limits) throws UnreadableException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            Pieces pieces = new Pieces(new Tally(file, limits));
            pieces.writeText(document, Writer.nullWriter());
            if (pieces.found.isEmpty()) {
                throw new UnreadableException(
                        "%s holds no text: its pages are pictures.".formatted(file),
                        "Export the list as Excel (.xlsx) or CSV, or type the rows that matter.");
            }
            return PageLayout.of(pieces.found).toTable(file, limits);
        } catch (InvalidPasswordException e) {
            throw new UnreadableException(
                    "%s is protected by a password.".formatted(file), "Save a copy without password and open that.");
        } catch (Stopped stopped) {
            throw stopped.refusal;
        } catch (IOException e) {
            throw damaged(file);
        } catch (RuntimeException e) {
            // the library answers a broken file with whatever its first surprised line throws
            throw damaged(file);
        }
    }

    private static UnreadableException damaged(String file) {
        return new UnreadableException(
                "%s is damaged and cannot be read as a PDF.".formatted(file),
                "Download it again, or export the list as Excel (.xlsx) or CSV.");
    }

    /** Stops the library, whose callbacks may not throw our exception. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient UnreadableException refusal;

        Stopped(UnreadableException refusal) {
            super(refusal);
            this.refusal = refusal;
        }
    }

    /**
     * Puts glyphs together as they are drawn. The order of drawing matters: a text that is too long for its column is drawn over the
     * next one, and only the order tells the two apart.
     */
    private static final class Pieces extends PDFTextStripper {
        private final Tally tally;
        private final List<PageLayout.Piece> found = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private double left;
        private double right;
        private double baseline;
        private double size;

        Pieces(Tally tally) {
            this.tally = tally;
        }

        @Override
        protected void processTextPosition(TextPosition glyph) {
            String unicode = glyph.getUnicode();
            if (unicode == null) {
                return;
            }
            double x = glyph.getXDirAdj();
            double y = glyph.getYDirAdj();
            double height = Math.max(1, glyph.getFontSizeInPt());
            boolean sameLine = Math.abs(y - baseline) < 0.3 * height;
            double gap = x - right;
            if (text.isEmpty() || !sameLine || gap > PIECE_GAP * height || gap < -0.5 * height) {
                end();
                left = x;
                baseline = y;
                size = height;
            } else if (gap > WORD_GAP * height && !unicode.isBlank() && text.charAt(text.length() - 1) != ' ') {
                text.append(' ');
            }
            text.append(unicode);
            right = x + glyph.getWidthDirAdj();
        }

        @Override
        protected void writePage() {
            end();
        }

        private void end() {
            String piece = text.toString().strip();
            text.setLength(0);
            if (!piece.isEmpty()) {
                try {
                    tally.addText(piece);
                } catch (UnreadableException e) {
                    throw new Stopped(e);
                }
                found.add(new PageLayout.Piece(getCurrentPageNo(), left, right, baseline, size, piece));
            }
        }
    }
}
