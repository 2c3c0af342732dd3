package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.mail.MailedDocument;
import org.openadmin.fees.api.mail.MailedReceipt;
import org.openadmin.fees.api.mail.MailedReceipt.Outcome;
import org.openadmin.fees.api.mail.ReceiptMailRequest;
import org.openadmin.fees.api.mail.ReceiptMailer;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.testkit.NoReports;

/** The file of a receipt. */
class ReceiptCommandTest {

    private final ConsoleOutput console = new ConsoleOutput();
    private Optional<Outcome> emailed = Optional.empty();

    @TempDir
    private Path folder;

    @Test
    void aDocumentReplacesAFileAsAWholeOrNotAtAll() throws IOException {
        var file = folder.resolve("receipt.pdf");
        Files.writeString(file, "old");

        var missing = receipt("2", file);
        missing.replace = true;
        assertThatThrownBy(missing::execute).hasMessageContaining("no receipt number 2");
        assertThat(file).hasContent("old");

        var receipt = receipt("1", file);
        receipt.replace = true;
        assertThat(catchThrowable(receipt::execute)).isNull();
        assertThat(file).hasContent("%PDF ORIGINAL 1");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whatWasEmailedBeforeIsWrittenAsACopy() throws Exception {
        Path file = folder.resolve("receipt.pdf");
        emailed = Optional.of(Outcome.NOT_SENT);
        receipt("1", file).execute();
        assertThat(file).hasContent("%PDF ORIGINAL 1");

        for (Outcome outcome : List.of(Outcome.SENT, Outcome.MAY_HAVE_ARRIVED)) {
            emailed = Optional.of(outcome);
            ReceiptCommand again = receipt("1", file);
            again.replace = true;
            again.execute();
            assertThat(file).hasContent("%PDF COPY 1");
        }
        assertThat(console.lines())
                .contains("It is marked as a copy: receipt 1 was e-mailed before.")
                .hasSize(5);
    }

    /** Has sent a receipt with this outcome. */
    private final class Post implements ReceiptMailer {

        @Override
        public boolean isConfigured() {
            return false;
        }

        @Override
        public List<String> addresses(Actor reader, ReceiptNumber number) {
            return List.of();
        }

        @Override
        public MailedReceipt send(ReceiptMailRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<MailedReceipt> messages(Actor reader, ReceiptNumber number) {
            return emailed.stream()
                    .map(outcome -> new MailedReceipt(
                            MailedDocument.RECEIPT,
                            number,
                            List.of("m@home.example"),
                            false,
                            outcome,
                            "",
                            Instant.EPOCH,
                            "claire"))
                    .toList();
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsReportedInOneSentence() {
        assertThatThrownBy(receipt("1", folder)::execute).hasMessageContaining("is a folder");
        assertThatThrownBy(receipt("1", folder.resolve("none/x.pdf"))::execute)
                .hasMessageContaining("There is no folder");
    }

    @Test
    void theLetterAboutAReturnedPaymentIsWritten() throws Exception {
        Path file = folder.resolve("letter.pdf");
        BounceLetterCommand command = new BounceLetterCommand(ShellUsers.admin(), console.output());
        command.reports = new NoReports() {
            @Override
            public void returnedPayment(Actor reader, ReceiptNumber receipt, OutputStream out) {
                try {
                    out.write(("%PDF letter " + receipt).getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        command.words = List.of("12", "--out", file.toString());
        command.files = () -> Optional.of(folder);

        command.execute();

        assertThat(file).hasContent("%PDF letter 12");
        assertThat(console.text()).isEqualTo("Letter about receipt 12: " + file + "\n");
    }

    private ReceiptCommand receipt(String number, Path file) {
        var command = new ReceiptCommand(ShellUsers.admin(), console.output());
        command.mailer = new Post();
        command.reports = new NoReports() {
            @Override
            public void receipt(Actor reader, ReceiptNumber receipt, Print print, OutputStream out) {
                if (receipt.value() != 1) {
                    throw new UnknownReceiptException(receipt);
                }
                try {
                    out.write(("%PDF " + print + " " + receipt).getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
        command.words = List.of(number, "--out", file.toString());
        command.files = () -> Optional.of(folder);
        return command;
    }
}
