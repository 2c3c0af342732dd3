package org.openadmin.fees.itest.container;

import org.junit.runner.RunWith;
import org.junit.runners.Suite;

/** The container tests; all in one Karaf. */
@RunWith(Suite.class)
@Suite.SuiteClasses(InstallationIT.class)
public class ContainerTest {}
