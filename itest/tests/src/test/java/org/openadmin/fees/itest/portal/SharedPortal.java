package org.openadmin.fees.itest.portal;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One portal with the module and a sample school for all browser tests that this process runs. It is stopped with the process: the runner
 * hands the classes to several processes one by one, so that none of them has a last test.
 */
final class SharedPortal implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningPortal.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Started.PORTAL;
    }

    /** Loaded at the first use. */
    private static final class Started {
        private static final RunningPortal PORTAL = start();

        private static RunningPortal start() {
            RunningPortal portal = RunningPortal.withModule("school", SchoolPortal.sampleSchool());
            Runtime.getRuntime().addShutdownHook(new Thread(portal::close));
            return portal;
        }
    }
}
