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
 * The addresses of one family, as the host has them in one field. One that is wrong makes all of them unusable: what is left of
 * {@code john smith@school.example} after a wrong part was dropped could be a stranger's address.
 *
 * @param addresses each once, as the host writes it; none when there is no address, or no usable one
 * @param problem what is no address, if there is such a thing
 */
public record Recipients(List<String> addresses, Optional<String> problem) {

    private static final int LONGEST_ADDRESS = 254;
    /** Of all of them together, as the log of a run keeps them. */
    private static final int LONGEST = 512;

    public Recipients {
        addresses = List.copyOf(addresses);
    }

    /** @param text addresses with commas, semicolons or spaces between; may be empty */
    public static Recipients of(String text) {
        Map<String, String> found = new TreeMap<>();
        for (String address : text.strip().split("[,;\\s]+")) {
            if (address.isEmpty()) {
                continue;
            }
            if (!isAddress(address)) {
                return new Recipients(List.of(), Optional.of(HeaderLines.one(address)));
            }
            found.putIfAbsent(address.toLowerCase(Locale.ROOT), address);
        }
        Recipients recipients = new Recipients(new ArrayList<>(found.values()), Optional.empty());
        return recipients.key().length() > LONGEST
                ? new Recipients(List.of(), Optional.of(HeaderLines.one(text)))
                : recipients;
    }

    /** The same for everybody with the same addresses, whatever their order and capital letters. */
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

    /** Stricter than the library, which sends to groups and routes, and writes letters that are not ASCII as others. */
    private static InternetAddress strict(String text) throws AddressException {
        boolean plain = text.length() <= LONGEST_ADDRESS
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
