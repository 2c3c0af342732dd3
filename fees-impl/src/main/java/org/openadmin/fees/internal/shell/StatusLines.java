package org.openadmin.fees.internal.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of {@code fees:status}, each with a label. */
final class StatusLines {

    private static final String LABEL = "label";
    private static final String TEXT = "text";
    /** Keeps the column of the texts in its place when a line with a long label is missing. */
    private static final int NARROWEST = 16;

    private final ShellMessages texts;
    private final Map<String, String> lines = new LinkedHashMap<>();

    StatusLines(ShellMessages texts) {
        this.texts = texts;
    }

    /** @param label the key of the label */
    void add(String label, String text) {
        lines.put(texts.message(label), text);
    }

    String say(String key, Object... arguments) {
        return texts.message(key, arguments);
    }

    /** Returns the text, or the word for none if it is empty. */
    String orNone(String text) {
        return text.isEmpty() ? say("status.none") : text;
    }

    /** Returns the sentence for a failure. */
    String sentence(RuntimeException failure) {
        return new ShellErrorMessages(texts).of(failure);
    }

    void writeTable(Output out) {
        int width =
                lines.keySet().stream().mapToInt(label -> head(label).length()).reduce(NARROWEST, Math::max);
        lines.forEach((label, text) -> {
            String head = head(label);
            out.line(head + " ".repeat(width - head.length()) + " " + text);
        });
    }

    private String head(String label) {
        return say("status.label", label);
    }

    /** The names of the columns of {@link #rows}. */
    static List<String> heading() {
        return List.of(LABEL, TEXT);
    }

    List<List<Object>> rows() {
        return lines.entrySet().stream()
                .map(line -> List.<Object>of(line.getKey(), line.getValue()))
                .toList();
    }
}
