package org.openadmin.fees.itest.portal;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One portal with the module and a sample school for all browser tests of the screens, stopped after the last test. */
final class SharedPortal implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningPortal.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedPortal.class))
                .getOrComputeIfAbsent(
                        "portal",
                        name -> RunningPortal.withModule("school", SchoolPortal.sampleSchool()),
                        RunningPortal.class);
    }
}
