package org.openadmin.fees.internal.invoicing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.InvoiceDocument;
import org.openadmin.fees.spi.InvoiceRenderer;
import org.openadmin.fees.spi.Settings;

/** Draws a line of text for each invoice, such as {@code 2026-09-08 100 Tremblay, Inès: Lab fee 27.70; credit 5.00; due 22.70}. */
final class WordRenderer implements InvoiceRenderer {

    /** The number of invoices in each part, over all documents. */
    final List<Integer> parts = new ArrayList<>();

    /** The number of documents begun and not closed. */
    int open;

    /** The language of each document. */
    final List<Locale> languages = new ArrayList<>();

    /** The times that the documents of runs record. */
    final List<Instant> times = new ArrayList<>();

    /** Another ink draws the same invoices in another way. */
    String ink = "";

    /** Thrown instead of drawing, if set. */
    RuntimeException failure;

    /** Its font has no letters from outside the basic plane, such as emoji. */
    @Override
    public String unprintable(Invoice invoice) {
        return invoice.student()
                .name()
                .codePoints()
                .filter(Character::isSupplementaryCodePoint)
                .distinct()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public InvoiceDocument begin(LocalDate date, Settings settings) {
        return begin(date, "", settings);
    }

    @Override
    public InvoiceDocument begin(LocalDate date, Instant at, Settings settings) {
        times.add(at);
        return begin(date, ink, settings);
    }

    @Override
    public InvoiceDocument beginAgain(LocalDate date, Settings settings) {
        return begin(date, "again ", settings);
    }

    @Override
    public String fingerprint(Kind kind, Settings settings) {
        return digest(settings.school().name() + settings.locale());
    }

    @Override
    public String fingerprint(Invoice invoice) {
        return digest(invoice.hostStudent()
                .map(student -> student.guardian() + student.address())
                .orElse(""));
    }

    private static String digest(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private InvoiceDocument begin(LocalDate date, String heading, Settings settings) {
        open++;
        languages.add(settings.locale());
        return new InvoiceDocument() {

            private final List<String> lines = new ArrayList<>();
            private boolean complete;

            @Override
            public void add(List<Invoice> invoices) {
                if (failure != null) {
                    throw failure;
                }
                parts.add(invoices.size());
                invoices.forEach(invoice -> lines.add(date + " " + line(invoice)));
            }

            @Override
            public int complete() {
                if (lines.isEmpty()) {
                    throw new IllegalStateException("nothing was added");
                }
                complete = true;
                return lines.size();
            }

            @Override
            public void writeTo(OutputStream out) {
                if (!complete) {
                    throw new IllegalStateException("it is not complete");
                }
                try {
                    out.write((heading + String.join("\n", lines)).getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new DocumentException(Problem.OUTPUT, e.getMessage(), e);
                }
            }

            @Override
            public void close() {
                open--;
            }
        };
    }

    private static String line(Invoice invoice) {
        StringBuilder line = new StringBuilder()
                .append(invoice.student().number())
                .append(' ')
                .append(invoice.student().name())
                .append(": ");
        invoice.charges().forEach(charge -> line.append(charge.name())
                .append(' ')
                .append(charge.total().toPlainString())
                .append("; "));
        if (!invoice.credit().isZero()) {
            line.append("credit ").append(invoice.credit().toPlainString()).append("; ");
        }
        line.append("due ").append(invoice.due().toPlainString());
        invoice.reminder().ifPresent(stage -> line.append("; reminder ")
                .append(stage.days())
                .append(' ')
                .append(stage.tone()));
        invoice.changes().stream()
                .sorted()
                .forEach(change -> line.append(' ').append(change).append(" changed"));
        return line.toString();
    }
}
