package org.openadmin.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginServletTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/students",
                "/fees/payments/460",
                "/fees/journal?from=2026-09-01&kind=pay",
                "/fees/account?to=//x",
                "/.well-known/x"
            })
    void theLogInLeadsBackToThePageThatWasAskedFor(String page) {
        assertThat(LoginServlet.localPath(page)).isEqualTo(page);
    }

    /** The server resolves dots and empty segments after this check, and a browser takes a backslash for a slash. */
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "students",
                "//other.example",
                "/.//other.example",
                "/..//other.example",
                "/a/..//other.example",
                "/./other",
                "/a/../b",
                "/a/.",
                "/%2e//other.example",
                "/%2E%2E/x",
                "/%2fother.example",
                "/%5cother.example",
                "/\\other.example",
                "/;//other.example",
                "/.;x//other.example",
                "https://other.example",
                "/a//b",
                "/x\r\nSet-Cookie: a=b",
                "/\tother"
            })
    void theLoginLeadsToNoOtherSite(String target) {
        assertThat(LoginServlet.localPath(target)).isEqualTo("/");
    }
}
