package org.openadmin.fees.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The school as shown on its letterhead.
 *
 * @param address the lines of the postal address
 * @param contact telephone, e-mail, web site and similar, one per line
 * @param numbers registration and tax numbers with their names, such as {@code GST 12345 6789 RT0001}, one per line
 * @param logo a PNG, JPEG or SVG file, if there is one
 * @param footer a line at the bottom of each document; may be empty
 * @param messages the text for parents on invoices, by language such as {@code fr}; lines end in {@code \n}
 */
public record School(
        String name,
        List<String> address,
        List<String> contact,
        List<String> numbers,
        Optional<Path> logo,
        String footer,
        Map<String, String> messages) {

    public School {
        address = List.copyOf(address);
        contact = List.copyOf(contact);
        numbers = List.copyOf(numbers);
        messages = Map.copyOf(messages);
    }

    /** Returns a school with a name and an address only. */
    public static School named(String name, String... address) {
        return new School(name, List.of(address), List.of(), List.of(), Optional.empty(), "", Map.of());
    }

    /** Returns the text for parents in this language, or an empty text if there is none. */
    public String message(Locale language) {
        return messages.getOrDefault(language.getLanguage(), "");
    }
}
