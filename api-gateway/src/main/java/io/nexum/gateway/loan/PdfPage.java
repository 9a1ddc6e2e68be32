package io.nexum.gateway.loan;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.FontSelector;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A letter as it grows, on paper of the size A4.
 *
 * <p>It is set in Helvetica, which every reader of PDF has, so no font has to come with it. Its letters are those of the
 * languages of western and central Europe; a letter that it lacks is shown as {@code ?}.
 */
final class PdfPage {
    private static final float MARGIN = 64;
    private static final float SIZE = 10.5f;
    private static final float HEADING_SIZE = 15;
    private static final float LEADING = 15;
    private static final float PADDING = 5;
    private static final List<String> ENCODINGS = List.of(BaseFont.CP1252, BaseFont.CP1250);
    private static final List<BaseFont> PLAIN = fonts(BaseFont.HELVETICA);
    private static final List<BaseFont> BOLD = fonts(BaseFont.HELVETICA_BOLD);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);

    /** A line of a table. */
    record Row(String what, String amount) {}

    PdfPage(String title) {
        PdfWriter.getInstance(document, written);
        document.addTitle(title);
        document.setDocumentLanguage("en");
        document.open();
    }

    /** @param color as in {@code #2563eb} or {@code #26e}; absent: black */
    void heading(String text, Optional<String> color) {
        Paragraph heading = new Paragraph(
                set(text, BOLD, HEADING_SIZE, color.map(PdfPage::color).orElse(Color.BLACK)));
        heading.setSpacingAfter(PADDING);
        document.add(heading);
    }

    void line(String text) {
        add(text, 0);
    }

    void gap() {
        line(" ");
    }

    void paragraph(String text) {
        add(text, LEADING);
    }

    private void add(String text, float spaceAfter) {
        Paragraph paragraph = new Paragraph(LEADING);
        paragraph.add(set(text, PLAIN));
        paragraph.setSpacingAfter(spaceAfter);
        document.add(paragraph);
    }

    private static Phrase set(String text, List<BaseFont> fonts) {
        return set(text, fonts, SIZE, Color.BLACK);
    }

    void table(List<Row> rows, Row sum) {
        PdfPTable table = new PdfPTable(2);
        table.setWidthPercentage(100);
        table.setSpacingAfter(LEADING);
        rows.forEach(row -> add(table, row, PLAIN, Rectangle.NO_BORDER));
        add(table, sum, BOLD, Rectangle.TOP);
        document.add(table);
    }

    private static void add(PdfPTable table, Row row, List<BaseFont> fonts, int border) {
        for (String text : List.of(row.what(), row.amount())) {
            PdfPCell cell = new PdfPCell(set(text, fonts));
            cell.setBorder(border);
            cell.setPadding(PADDING);
            cell.setHorizontalAlignment(text.equals(row.amount()) ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
            table.addCell(cell);
        }
    }

    byte[] bytes() {
        document.close();
        return written.toByteArray();
    }

    private static Phrase set(String text, List<BaseFont> fonts, float size, Color color) {
        FontSelector selector = new FontSelector();
        fonts.forEach(font -> selector.addFont(new Font(font, size, Font.NORMAL, color)));
        return selector.process(text.codePoints()
                .map(letter -> fonts.stream().anyMatch(font -> font.charExists(letter)) ? letter : '?')
                .mapToObj(Character::toString)
                .collect(Collectors.joining()));
    }

    private static Color color(String hex) {
        String digits = hex.substring(1);
        return Color.decode("#" + (digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits));
    }

    private static List<BaseFont> fonts(String name) {
        return ENCODINGS.stream().map(encoding -> font(name, encoding)).toList();
    }

    private static BaseFont font(String name, String encoding) {
        try {
            return BaseFont.createFont(name, encoding, BaseFont.NOT_EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException("the font " + name + " comes with the library", e);
        }
    }
}
