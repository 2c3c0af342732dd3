package org.openadmin.fees.itest.container;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** The container tests, all in one Karaf. */
@RunWith(Suite.class)
@Suite.SuiteClasses({
    InstallationIT.class,
    StudentsIT.class,
    CatalogueIT.class,
    AssessmentIT.class,
    CashierIT.class,
    AccountsIT.class,
    SettingsIT.class,
    DocumentsIT.class,
    MailIT.class,
    BackOfficeIT.class,
    RefusalsIT.class,
    ShellIT.class,
    DatabaseIT.class
})
public class ContainerSuiteIT {}
