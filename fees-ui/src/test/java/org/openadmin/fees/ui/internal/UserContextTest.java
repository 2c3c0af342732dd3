package org.openadmin.fees.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.fakeservlet.FakeRequest;
import com.vaadin.flow.internal.CurrentInstance;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Role;

class UserContextTest {

    private UserContext context;

    @BeforeEach
    void aPageOfAClerk() {
        Screens.open(Locale.CANADA, "fees-bill");
        context = UserContext.now(Screens.CLOCK);
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    @Test
    void rolesAreThoseThatThePortalGivesNow() {
        assertThat(context.actor().roles()).containsExactly(Role.BILL);

        Screens.assign("fees-view");

        assertThat(context.actor().roles()).containsExactly(Role.VIEW);
        assertThat(context.actor().name()).isEqualTo("clerk");
        assertThat(context.may(Role.BILL)).isFalse();

        Screens.assign();

        assertThat(context.actor().roles()).isEmpty();
        assertThat(context.may(Role.VIEW)).isFalse();
    }

    @Test
    void workWithoutARequestUsesTheRolesOfTheLatestOne() {
        Screens.assign("fees-view");
        context.actor();
        CurrentInstance.set(VaadinRequest.class, null);

        assertThat(context.actor().roles()).containsExactly(Role.VIEW);
    }

    @Test
    void aLoginWithBlanksAroundItIsNotTheParentWithoutThem() {
        Screens.assign("fees-parent", "fees-view");
        assertThat(context.may(Role.PARENT)).isTrue();

        FakeRequest fake = (FakeRequest) ((VaadinServletRequest) VaadinRequest.getCurrent()).getRequest();
        fake.setUserPrincipalInt(() -> "clerk ");

        assertThat(context.may(Role.PARENT)).isFalse();
        assertThat(context.may(Role.VIEW)).isTrue();
    }
}
