package org.openadmin.fees.api.audit;

import java.util.List;
import java.util.function.Consumer;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The log of who did what: one line for each command that a service carried out, stored together with its effect or not at
 * all, and one for each that a service refused. Lines are added, and never changed or removed.
 *
 * <p>A request that is sent again with the same key and answered with the result of the first adds no line: it changed
 * nothing, and the line of the first is there. Nor does one that failed because of the database: if its effect was stored
 * nevertheless, so was its line. A refusal is recorded after the refused attempt; if that is not possible, the user gets the
 * same answer, and the refusal is in the portal's log only.
 *
 * <p>The log contains numbers, not names: of the people, only the user. Nothing that was entered is in it. Every method
 * requires the role {@code fees-admin}.
 */
@ProviderType
public interface AuditLog {

    /**
     * Returns one page of the lines that match, newest first.
     *
     * @throws NotAllowedException if the reader does not have the role
     */
    List<AuditEntry> entries(Actor reader, AuditQuery query, Page page);

    /**
     * Returns the number of lines that match.
     *
     * @throws NotAllowedException if the reader does not have the role
     */
    long count(Actor reader, AuditQuery query);

    /**
     * Passes on all lines that match, newest first, while they are read, a few at a time. Each line is passed on once, and lines
     * that are added meanwhile are not.
     *
     * @throws NotAllowedException if the reader does not have the role
     */
    void forEach(Actor reader, AuditQuery query, Consumer<AuditEntry> use);
}
