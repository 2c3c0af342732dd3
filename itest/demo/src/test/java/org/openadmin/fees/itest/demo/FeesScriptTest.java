package org.openadmin.fees.itest.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./fees}, without the rights or the tools to install anything. */
class FeesScriptTest {

    private static final List<String> TOOLS = List.of("bash", "dirname", "readlink", "locale", "env", "id", "uname");

    @TempDir
    private Path folder;

    @Test
    void theJdkIsFoundWhateverJavaPrintsBeforeItsVersion() throws IOException, InterruptedException {
        Path checkout = Files.createDirectory(folder.resolve("checkout"));
        Files.copy(Path.of("../../fees"), checkout.resolve("fees"));
        Path tools = Files.createDirectory(folder.resolve("bin"));
        for (String tool : TOOLS) {
            Path found = Path.of("/usr/bin", tool);
            if (Files.exists(found)) {
                Files.createSymbolicLink(tools.resolve(tool), found);
            }
        }
        ProcessBuilder shell =
                new ProcessBuilder("bash", checkout.resolve("fees").toString(), "shell", "fees:status");
        shell.environment().put("PATH", tools.toString());
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        shell.environment().put("JAVA_TOOL_OPTIONS", "-Dfees.test=1");
        shell.environment().put("JDK_JAVAC_OPTIONS", "-J-Dfees.test=2");

        Process process = shell.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(printed).contains("No demo is running").doesNotContain("JDK 17 is missing");
    }
}
