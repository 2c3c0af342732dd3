package org.openadmin.fees.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;

/** The feature is installed on top of the host's features, and everything in it works. */
public class InstallationIT extends ContainerTestBase {

    private static final Set<String> MODULE = Set.of(
            "org.openadmin.fees.api", "org.openadmin.fees.impl", "org.openadmin.fees.reports", "org.openadmin.fees.ui");

    @Inject
    private BundleContext bundles;

    @Inject
    private ServiceComponentRuntime components;

    @Test
    public void allBundlesAreActive() {
        Set<String> active = Arrays.stream(bundles.getBundles())
                .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
                .map(Bundle::getSymbolicName)
                .filter(MODULE::contains)
                .collect(Collectors.toSet());
        assertEquals(MODULE, active);
    }

    @Test
    public void everyComponentIsSatisfied() {
        assertFalse("No component found", descriptions().isEmpty());
        eventually(() -> unsatisfied().isEmpty());
        assertEquals(List.of(), unsatisfied());
    }

    private List<String> unsatisfied() {
        return descriptions().stream()
                .filter(description -> !isSatisfied(description))
                .map(description -> description.name)
                .toList();
    }

    private List<ComponentDescriptionDTO> descriptions() {
        return components.getComponentDescriptionDTOs().stream()
                .filter(description -> MODULE.contains(description.bundle.symbolicName))
                .toList();
    }

    private boolean isSatisfied(ComponentDescriptionDTO description) {
        var configurations = components.getComponentConfigurationDTOs(description);
        return !configurations.isEmpty()
                && configurations.stream()
                        .allMatch(configuration -> configuration.state == ComponentConfigurationDTO.SATISFIED
                                || configuration.state == ComponentConfigurationDTO.ACTIVE);
    }
}
