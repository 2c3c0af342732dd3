package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalPortalTest {

    @Test
    void aPortalIsRecognisedByItsMachineAndItsFolder() {
        String portal = LocalPortal.portal("school-1", "/opt/portal");

        assertThat(LocalPortal.portal("school-1", "/opt/portal"))
                .isEqualTo(portal)
                .hasSize(36);
        assertThat(LocalPortal.portal("school-2", "/opt/portal")).isNotEqualTo(portal);
        assertThat(LocalPortal.portal("school-1", "/opt/portal2")).isNotEqualTo(portal);
    }

    @Test
    void oneStartOfThePortalIsOneStart() {
        assertThat(new LocalPortal().current()).isEqualTo(new LocalPortal().current());
    }
}
