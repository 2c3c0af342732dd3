package org.openadmin.fees.internal.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openadmin.fees.api.TextRules;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.InvalidSettingException.Problem;

/** The values of the configuration file by key, with the checks that several groups of keys share. */
record ConfigValues(Map<String, String> byKey) {

    private static final int MAX_LINE_LENGTH = 255;
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");

    /** Returns the value of a declared key, or its default if the value is absent or empty. */
    String value(String key) {
        return value(key, DeclaredKeys.defaultOf(key));
    }

    /** Returns the value, or {@code otherwise} if it is absent or empty. */
    String value(String key, String otherwise) {
        String value = byKey.getOrDefault(key, otherwise);
        return value.isEmpty() ? otherwise : value;
    }

    /** Returns a text for use in documents: a single line of at most 255 characters. */
    String line(String key) {
        String text = value(key);
        if (text.codePointCount(0, text.length()) > MAX_LINE_LENGTH) {
            throw new InvalidSettingException(key, text, Problem.TOO_LONG, MAX_LINE_LENGTH);
        }
        if (text.codePoints().anyMatch(TextRules::isForbidden)) {
            throw new InvalidSettingException(key, text, Problem.CONTROL_CHARACTER);
        }
        return text;
    }

    /** Returns the non-empty lines whose keys are {@code key} followed by 1, 2, 3 and so on. */
    List<String> lines(String key, int most) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= most; i++) {
            String line = line(key + i);
            if (!line.isEmpty()) {
                lines.add(line);
            }
        }
        return lines;
    }

    /** Returns whether the value is {@code true}; it must be that or {@code false}. */
    boolean flag(String key) {
        String text = value(key);
        if (!text.equals("true") && !text.equals("false")) {
            throw new InvalidSettingException(key, text, Problem.FLAG);
        }
        return text.equals("true");
    }

    int whole(String key, int least, int most) {
        return whole(key, DeclaredKeys.defaultOf(key), least, most);
    }

    /** @param otherwise the default, if it depends on another key */
    int whole(String key, String otherwise, int least, int most) {
        String text = value(key, otherwise);
        if (WHOLE.matcher(text).matches()) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw most == Integer.MAX_VALUE
                ? new InvalidSettingException(key, text, Problem.NUMBER_FROM, least)
                : new InvalidSettingException(key, text, Problem.NUMBER, least, most);
    }

    /** @param problem the error if it is not a path */
    Optional<Path> path(String key, Problem problem) {
        String path = line(key);
        try {
            return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
        } catch (InvalidPathException e) {
            throw new InvalidSettingException(key, path, problem);
        }
    }
}
