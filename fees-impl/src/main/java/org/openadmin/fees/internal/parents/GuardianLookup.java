package org.openadmin.fees.internal.parents;

import java.util.SortedSet;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.VisibleText;
import org.openadmin.fees.api.parents.ParentAccounts;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.students.StudentRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose parent a user is, from the site's own view {@code fees_guardian}. */
final class GuardianLookup {

    private static final Logger LOG = LoggerFactory.getLogger(GuardianLookup.class);

    private final EntityManager em;

    GuardianLookup(EntityManager em) {
        this.em = em;
    }

    /**
     * The children of a user, each once. The database may find logins that differ in case, in accents or in blanks at the end, depending on its
     * collation, so they are compared again here. A number that is no student's, such as that of a payer, is left out.
     */
    SortedSet<AccountNumber> childrenOf(Actor parent) {
        SortedSet<AccountNumber> children = new TreeSet<>();
        if (!parent.isIdentified()) {
            return children;
        }
        Sql.of("SELECT DISTINCT g.login, g.studnum FROM fees_guardian g WHERE g.login = :login")
                .with("login", parent.name())
                .rows(em)
                .stream()
                .filter(row -> row.text("login").equals(parent.name()))
                .forEach(row -> StudentRow.number(row).ifPresent(children::add));
        if (children.size() > ParentAccounts.MAX_CHILDREN) {
            LOG.warn(
                    "The view fees_guardian lists {} students for the login \"{}\". More than {} are not one family, so none of them is shown",
                    children.size(),
                    VisibleText.of(parent.name()),
                    ParentAccounts.MAX_CHILDREN);
            children.clear();
        }
        return children;
    }
}
