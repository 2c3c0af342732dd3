package org.openadmin.fees.internal.shell;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Option;

/**
 * Parses options that follow an argument, as in {@code fees:pay 100 --amount 12.34}. Karaf stops parsing options at the
 * first argument and passes the rest on unparsed.
 */
final class InterleavedOptions {

    private final Object command;

    InterleavedOptions(Object command) {
        this.command = command;
    }

    /**
     * Sets the options found among the words.
     *
     * @return the other words
     * @throws UsageException if an option does not exist or has no value
     */
    List<String> read(List<String> words) {
        List<String> arguments = new ArrayList<>();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            // the shell parses the bare words null, true and false as values; true and false are converted back to
            // text automatically
            String word = String.valueOf((Object) rest.next());
            if (word.startsWith("--")) {
                set(word, rest);
            } else {
                arguments.add(word);
            }
        }
        return arguments;
    }

    private void set(String word, Iterator<String> rest) {
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        Field field = field(name).orElseThrow(() -> new UsageException("usage.option-unknown", name));
        boolean flag = field.getType() == boolean.class;
        Object value;
        if (equals >= 0) {
            String text = word.substring(equals + 1);
            value = flag ? (Object) Boolean.valueOf(text) : text;
        } else if (flag) {
            value = true;
        } else if (rest.hasNext()) {
            value = String.valueOf((Object) rest.next());
        } else {
            throw new UsageException("usage.option-empty", name);
        }
        try {
            field.setAccessible(true);
            field.set(command, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Field> field(String name) {
        for (Class<?> type = command.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Option option = field.getAnnotation(Option.class);
                if (option != null
                        && (option.name().equals(name)
                                || Arrays.asList(option.aliases()).contains(name))) {
                    return Optional.of(field);
                }
            }
        }
        return Optional.empty();
    }
}
