package org.openadmin.fees.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScriptTest {

    @Test
    void theBundlesScriptsAreNumberedFromOneAndAllListed() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/db"))) {
            var names = files.map(file -> file.getFileName().toString()).toList();

            assertThat(Script.all()).extracting(Script::name).containsExactlyInAnyOrderElementsOf(names);
        }
        assertThat(Script.all())
                .allSatisfy(script -> assertThat(script.name()).startsWith("V" + script.version() + "__"));
    }

    @Test
    void aStatementEndsAtASemicolonAtTheEndOfALineOnly() {
        var script = Script.parse(1, "V1", """
                -- a comment;
                CREATE TABLE a (b VARCHAR(9) DEFAULT 'x;y',
                  c INT);
                -- skip when: SELECT 1
                DROP
                  TABLE a;
                """);

        assertThat(script.statements()).hasSize(2);
        assertThat(script.statements().get(0).sql())
                .startsWith("CREATE TABLE a")
                .endsWith("c INT)");
        assertThat(script.statements().get(0).skipWhen()).isEmpty();
        assertThat(script.statements().get(1).skipWhen()).contains("SELECT 1");
    }

    @Test
    void anUnfinishedStatementIsNoticed() {
        assertThatThrownBy(() -> Script.parse(1, "V1", "CREATE TABLE a (b INT)"))
                .hasMessageContaining("V1");
    }
}
