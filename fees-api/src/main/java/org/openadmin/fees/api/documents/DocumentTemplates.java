package org.openadmin.fees.api.documents;

import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.osgi.annotation.versioning.ProviderType;

/** The templates of the documents: those of the module, and the school's own in the folder {@code templates}. */
@ProviderType
public interface DocumentTemplates {

    /** Where a template comes from, and whether it can be used. */
    enum Origin {
        /** A template of the module. */
        MODULE,
        /** The school's own template. */
        SCHOOL,
        /**
         * The school's own template, but not valid. Its documents cannot be created until it is corrected or removed.
         */
        REFUSED,
        /** The school's own template, but no document has this name. */
        UNUSED
    }

    /**
     * One template.
     *
     * @param name the document and the paper, such as {@code invoice-LETTER}
     * @param detail the school's file, with the reason in English if it is not valid; empty for a template of the
     *     module
     */
    record Template(String name, Origin origin, String detail) {}

    /**
     * Returns the template of each document and paper, checked at the time of the call, followed by the templates that
     * no document uses. Requires the role {@code fees-admin}.
     *
     * @throws NotAllowedException if the reader does not have the role
     * @throws DocumentException if the folder cannot be read
     */
    List<Template> inUse(Actor reader);

    /**
     * Returns the module's templates as a starting point for the school's own: JasperReports XML by file name, such as
     * {@code invoice-LETTER.jrxml}. Requires the role {@code fees-admin}.
     *
     * @throws NotAllowedException if the reader does not have the role
     */
    Map<String, String> sources(Actor reader);
}
