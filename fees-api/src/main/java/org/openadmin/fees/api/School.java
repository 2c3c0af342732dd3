package org.openadmin.fees.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The school as its letterhead shows it.
 *
 * @param address the lines of the postal address
 * @param contact telephone, e-mail, web site and the like, a line each
 * @param logo a PNG or JPEG file, if there is one
 * @param footer a line at the foot of each document; may be empty
 */
public record School(String name, List<String> address, List<String> contact, Optional<Path> logo, String footer) {

    public School {
        address = List.copyOf(address);
        contact = List.copyOf(contact);
    }
}
