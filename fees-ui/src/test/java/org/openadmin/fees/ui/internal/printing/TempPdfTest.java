package org.openadmin.fees.ui.internal.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TempPdfTest {

    private final TempPdf kept = new TempPdf();
    private final Set<Path> before = files();

    @Test
    void aDocumentIsKeptUntilItIsForgotten() throws IOException {
        String answer = kept.write(out -> written(out, "invoices"));
        assertThat(answer).isEqualTo("invoices");
        assertThat(content()).isEqualTo("invoices");

        kept.write(out -> written(out, "others"));
        assertThat(content()).isEqualTo("others");
        assertThat(newFiles()).hasSize(1);

        kept.forget();
        assertThat(content()).isEmpty();
        assertThat(newFiles()).isEmpty();
    }

    @Test
    void aDocumentThatFailsLeavesNothing() {
        assertThatThrownBy(() -> kept.write(out -> {
                    written(out, "half");
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(newFiles()).isEmpty();
    }

    @Test
    void aPageThatIsLeftMeanwhileDoesNotWaitAndNothingIsKept() throws IOException {
        kept.write(out -> {
            written(out, "half");
            CompletableFuture.runAsync(kept::forget)
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
            return written(out, "whole");
        });

        assertThat(content()).isEmpty();
        assertThat(newFiles()).isEmpty();
    }

    private static String written(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String content() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        kept.copyTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private Set<Path> newFiles() {
        Set<Path> now = files();
        now.removeAll(before);
        return now;
    }

    private static Set<Path> files() {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(file -> file.getFileName().toString().startsWith("fees-page-"))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
