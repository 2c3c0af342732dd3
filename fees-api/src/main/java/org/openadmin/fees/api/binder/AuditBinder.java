package org.openadmin.fees.api.binder;

import java.util.function.Function;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StorageException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What an auditor wants to see of a period, read in one snapshot of the journal. The binder of the same period that is made again later
 * has the same figures; what was recorded since for a day of the period is apart.
 */
@ProviderType
public interface AuditBinder {

    /**
     * Reads a period. Stores nothing. Requires any fees role; the reasons of waivers and the refused commands are only for
     * {@code fees-admin}.
     *
     * @param use receives the content, which can be read until it returns
     * @return what {@code use} returned
     * @throws NotAllowedException if the reader has no fees role
     * @throws DateNotAllowedException if the last day is later than the school's day
     * @throws StorageException if the database did not respond
     */
    <R> R read(Actor reader, BinderPeriod period, Function<BinderContent, R> use);
}
