package org.openadmin.fees.api.documents;

import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.osgi.annotation.versioning.ProviderType;

/** The templates that documents are printed with: the module's, and the school's own in the folder {@code templates}. */
@ProviderType
public interface DocumentTemplates {

    /** Where a template comes from. */
    enum Origin {
        /** It is the module's. */
        MODULE,
        /** It is the school's own. */
        SCHOOL,
        /** It is the school's own and not as it must be: its documents cannot be made until it is mended or taken away. */
        REFUSED,
        /** It is the school's own, but no document asks for one of this name. */
        UNUSED
    }

    /**
     * One template.
     *
     * @param name of document and paper, such as {@code invoice-LETTER}
     * @param detail the school's file; when it is refused, file and reason, in English; empty for one of the module's
     */
    record Template(String name, Origin origin, String detail) {}

    /**
     * The template of each document on each paper, checked at this moment, and then those that are not used. Needs {@code
     * fees-admin}.
     *
     * @throws NotAllowedException without the role
     * @throws DocumentException when the folder cannot be read
     */
    List<Template> inUse(Actor reader);

    /**
     * The module's templates to start one's own from: sources in the XML of JasperReports by the name of their file, such as
     * {@code invoice-LETTER.jrxml}. Needs {@code fees-admin}.
     *
     * @throws NotAllowedException without the role
     */
    Map<String, String> sources(Actor reader);
}
