package org.openadmin.fees.spi;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The school as its letterhead shows it.
 *
 * @param address the lines of the postal address
 * @param contact telephone, e-mail, web site and the like, a line each
 * @param numbers registration and tax numbers with their names, such as {@code GST 12345 6789 RT0001}, a line each
 * @param logo a PNG, JPEG or SVG file, if there is one
 * @param footer a line at the foot of each document; may be empty
 * @param messages what invoices say to parents, by language such as {@code fr}; lines end with {@code \n}
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

    /** A school with a name, an address and nothing else. */
    public static School named(String name, String... address) {
        return new School(name, List.of(address), List.of(), List.of(), Optional.empty(), "", Map.of());
    }

    /** The message to parents in this language; empty when there is none. */
    public String message(Locale language) {
        return messages.getOrDefault(language.getLanguage(), "");
    }
}
