package org.openadmin.fees.internal.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The addresses of one family, from a single field of the portal. One invalid address makes all of them unusable: if the invalid
 * part of {@code john smith@school.example} were dropped, the rest could be a stranger's address.
 *
 * @param addresses each once, as in the portal; empty when there is no address, or none that can be used
 * @param problem the whole field, on one line, if a part of it is not an address
 */
public record Recipients(List<String> addresses, Optional<String> problem) {

    private static final int MAX_ADDRESS_LENGTH = 254;
    /** All addresses in one text, as stored in the log of a run. */
    private static final int MAX_LENGTH = 512;

    public Recipients {
        addresses = List.copyOf(addresses);
    }

    /** @param text addresses as {@link AddressField} reads them; may be empty */
    public static Recipients of(String text) {
        Map<String, String> found = new TreeMap<>();
        for (String address : AddressField.parts(text)) {
            if (!isAddress(address)) {
                return unusable(text);
            }
            found.putIfAbsent(address.toLowerCase(Locale.ROOT), address);
        }
        Recipients recipients = new Recipients(new ArrayList<>(found.values()), Optional.empty());
        return recipients.key().length() > MAX_LENGTH ? unusable(text) : recipients;
    }

    private static Recipients unusable(String text) {
        return new Recipients(List.of(), Optional.of(HeaderLines.one(text)));
    }

    /** The same for all students with the same addresses, whatever their order and case. */
    public String key() {
        return String.join(",", addresses).toLowerCase(Locale.ROOT);
    }

    public boolean isEmpty() {
        return addresses.isEmpty();
    }

    List<InternetAddress> forEnvelope() throws AddressException {
        List<InternetAddress> list = new ArrayList<>();
        for (String address : addresses) {
            list.add(strict(address));
        }
        return list;
    }

    private static boolean isAddress(String text) {
        try {
            strict(text);
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    /** Stricter than the library, which accepts groups and routes and replaces characters that are not ASCII. */
    private static InternetAddress strict(String text) throws AddressException {
        boolean plain = text.length() <= MAX_ADDRESS_LENGTH
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f)
                && text.chars().noneMatch(c -> "<>()[]\\\",;:".indexOf(c) >= 0);
        if (!plain) {
            throw new AddressException("not an address", text);
        }
        InternetAddress address = new InternetAddress();
        address.setAddress(text);
        address.validate();
        return address;
    }
}
