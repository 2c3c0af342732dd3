package org.openadmin.fees.spi.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportProblem;
import org.openadmin.fees.api.imports.ImportProblem.Reason;
import org.openadmin.fees.spi.Settings;

/**
 * What was read of a file.
 *
 * @param lines its lines, such as transactions; of a file with problems perhaps not all
 * @param problems all that is wrong, in the sequence of the file
 */
public record ImportedFile(List<ImportedLine> lines, List<ImportProblem> problems) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public ImportedFile {
        lines = List.copyOf(lines);
        problems = problems.stream()
                .sorted(Comparator.comparingInt(ImportProblem::line))
                .toList();
    }

    /** What is wrong with a file without a transaction that is imported. */
    public static List<ImportProblem> nothingReceived() {
        return List.of(new ImportProblem(1, "", Reason.EMPTY, ""));
    }

    /** Reads a file of any kind. */
    public static ImportedFile read(ImportFile file, Settings settings, CsvTable.Reader csv) {
        FileFormat format = FileFormat.of(file, settings, csv);
        List<ImportProblem> problems = new ArrayList<>();
        String text = text(file.content(), format.charset(), problems);
        ImportedFile read = problems.isEmpty() ? format.read(text) : new ImportedFile(List.of(), problems);
        return read.lines().isEmpty() && read.problems().isEmpty()
                ? new ImportedFile(List.of(), nothingReceived())
                : read;
    }

    /** The text without its byte order mark. A byte that is no character is a problem, and so is one that no text has. */
    private static String text(byte[] content, Charset charset, List<ImportProblem> problems) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer text = CharBuffer.allocate(content.length + 1);
        CoderResult result = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(bytes, text, true);
        text.flip();
        String decoded = text.toString();
        int wrong = result.isError() ? decoded.length() : decoded.indexOf('\0');
        if (wrong >= 0) {
            problems.add(new ImportProblem(line(decoded, wrong), "", Reason.ENCODING, charset.name()));
        }
        return !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK ? decoded.substring(1) : decoded;
    }

    /** The line of a place in a text, from 1. */
    static int line(String text, int place) {
        return 1
                + (int) text.substring(0, place)
                        .chars()
                        .filter(each -> each == '\n')
                        .count();
    }
}
