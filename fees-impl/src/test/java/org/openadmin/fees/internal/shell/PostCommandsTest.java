package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.postings.Posting;
import org.openadmin.fees.api.postings.PostingFiles;
import org.openadmin.fees.api.postings.PostingFormat;
import org.openadmin.fees.api.postings.PostingNumber;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.PostedBooks;

/** Postings on the console: charges of 10.00 and 15.00, and 10.00 on account, which have no method. */
class PostCommandsTest {

    @TempDir
    Path folder;

    private ShellSchool school = new ShellSchool();

    @BeforeEach
    void accounts() {
        school.office.configure(Kit.settings().withAccounts(withoutMethod(PostedBooks.ACCOUNTS)));
    }

    /** The rows of the old system have no method, so their kind needs an account. */
    private static AccountCodes withoutMethod(AccountCodes codes) {
        Map<EntryKind, String> kinds = new HashMap<>(codes.kinds());
        kinds.put(EntryKind.ON_ACCOUNT, "1000");
        return new AccountCodes(kinds, codes.methods(), codes.fees(), codes.books());
    }

    /** Writes the narration and the format, or fails. */
    private final class FakeFiles implements PostingFiles {

        private final boolean failing;

        FakeFiles(boolean failing) {
            this.failing = failing;
        }

        @Override
        public Posting write(Actor reader, PostingNumber number, PostingFormat format, OutputStream out) {
            Posting posting = school.office.postings().posting(reader, number).orElseThrow();
            try {
                out.write((format + " " + posting.summary().narration()).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (failing) {
                throw new DocumentException(Problem.OUTPUT, "disk full", new IOException("disk full"));
            }
            return posting;
        }
    }

    private PostCommand post(String user, String... roles) {
        PostCommand command = new PostCommand(ShellUsers.user(user, roles), school.console.output());
        command.postings = school.office.postings();
        command.books = new FakeFiles(false);
        command.files = () -> Optional.of(folder);
        command.settings = school.settings;
        command.clock = Kit.CLOCK;
        command.until = Kit.DAY.toString();
        command.format = "iif";
        command.out = "books.iif";
        return command;
    }

    private PostingsCommand postings(String... words) {
        PostingsCommand command = new PostingsCommand(ShellUsers.user("vera", "fees-view"), school.console.output());
        command.postings = school.office.postings();
        command.books = new FakeFiles(false);
        command.files = () -> Optional.of(folder);
        command.settings = school.settings;
        command.clock = Kit.CLOCK;
        command.words = List.of(words);
        return command;
    }

    private List<String> printed() {
        return school.console.lines().stream()
                .map(line -> line.replace(" CAD", "").replace(folder.toString(), "FOLDER"))
                .toList();
    }

    @Test
    void itPostsAndWritesTheFile() throws Exception {
        post("root", "fees-admin").execute();

        assertThat(printed())
                .containsExactly(
                        "Posting 1: 3 rows up to 2026-09-08, in 1 entry. Debits and credits: 35.00",
                        "Posting 1 is in the file FOLDER/books.iif");
        assertThat(folder.resolve("books.iif")).hasContent("IIF School fees, posting 1");
    }

    @Test
    void aDryRunShowsTheEntriesAndPostsNothing() throws Exception {
        PostCommand command = post("vera", "fees-view");
        command.dryRun = true;
        command.out = null;
        command.format = null;

        command.execute();

        assertThat(printed().get(0)).isEqualTo("Up to 2026-09-08, 3 rows are not posted. Debits and credits: 35.00");
        assertThat(printed()).anyMatch(line -> line.matches("2026-09-08 +1210 +Charged to students +25.00 *"));
        assertThat(printed()).anyMatch(line -> line.matches("2026-09-08 +2210 +Credit of students +10.00"));
        assertThat(printed()).endsWith("Dry run: nothing was posted.");
        assertThat(school.office.postings().preview(Kit.VIEWER, Kit.DAY).rows()).isEqualTo(3);
    }

    @Test
    void aDryRunNamesTheMissingAccounts() throws Exception {
        school.office.configure(Kit.settings());
        PostCommand command = post("vera", "fees-view");
        command.dryRun = true;

        command.execute();

        assertThat(printed())
                .contains("Accounts that are missing in the configuration: account.charge (Lab fee), account.charge"
                        + " (Locker), account.credit, account.on-account, account.receivable");
    }

    @Test
    void missingAccountsAreNamedAndNothingIsPostedOrWritten() {
        school.office.configure(Kit.settings());

        assertThatThrownBy(() -> post("root", "fees-admin").execute())
                .hasMessage("Nothing was posted, because the configuration lacks 5 accounts: account.charge (Lab fee),"
                        + " account.charge (Locker), account.credit, account.on-account, account.receivable. Add them,"
                        + " and then post.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anAccountThatTheProgramCannotHaveIsRefusedBeforeAnythingIsPosted() {
        AccountCodes codes = withoutMethod(PostedBooks.ACCOUNTS);
        school.office.configure(Kit.settings()
                .withAccounts(
                        new AccountCodes(codes.kinds(), codes.methods(), Map.of("locker", "40-A"), codes.books())));
        PostCommand command = post("root", "fees-admin");
        command.format = "sage50";

        assertThatThrownBy(command::execute)
                .hasMessage("40-A is not an account that Sage 50 can have. Its accounts are numbers of four to eight"
                        + " digits that begin with 1 to 5.");
        assertThat(school.office.postings().preview(Kit.VIEWER, Kit.DAY).rows()).isEqualTo(3);
    }

    @Test
    void aFileThatExistsIsRefusedBeforeAnythingIsPosted() throws Exception {
        Files.writeString(folder.resolve("books.iif"), "mine");

        assertThatThrownBy(() -> post("root", "fees-admin").execute()).hasMessageContaining("books.iif");
        assertThat(school.office.postings().preview(Kit.VIEWER, Kit.DAY).rows()).isEqualTo(3);
        assertThat(folder.resolve("books.iif")).hasContent("mine");
    }

    @Test
    void aFileThatCannotBeWrittenLeavesThePostingAndSaysHowToWriteIt() throws Exception {
        PostCommand command = post("root", "fees-admin");
        command.books = new FakeFiles(true);

        assertThatThrownBy(command::execute)
                .hasMessageEndingWith("Posting 1 was made; only its file was not written. Write it with fees:postings 1"
                        + " --format iif --out FILE.");
        assertThat(folder).isEmptyDirectory();

        PostingsCommand again = postings("1");
        again.format = "iif";
        again.out = "books.iif";
        again.execute();
        assertThat(folder.resolve("books.iif")).hasContent("IIF School fees, posting 1");
    }

    @Test
    void theSameKeyPostsOnceAndWritesTheFileAgain() throws Exception {
        String key = UUID.randomUUID().toString();
        for (String name : List.of("a.csv", "b.csv")) {
            PostCommand command = post("root", "fees-admin");
            command.key = key;
            command.format = "csv";
            command.out = name;
            command.execute();
        }

        assertThat(folder.resolve("b.csv")).hasSameTextualContentAs(folder.resolve("a.csv"));
        assertThat(school.office.postings().posting(Kit.VIEWER, new PostingNumber(2)))
                .isEmpty();
    }

    @Test
    void whoeverMayCloseAMonthPosts() throws Exception {
        post("ann", "fees-bill").execute();

        assertThat(school.console.lines()).anyMatch(line -> line.startsWith("Posting 1: "));
    }

    @Test
    void postingNeedsTheRoleADateAFormatAndAFile() {
        assertThatThrownBy(() -> post("eve", "fees-view").execute()).hasMessageContaining("fees-bill");
        assertThatThrownBy(() -> post("bob", "fees-cashier").execute()).hasMessageContaining("fees-bill");
        PostCommand undated = post("root", "fees-admin");
        undated.until = null;
        assertThatThrownBy(undated::execute).hasMessageContaining("--until");
        PostCommand formless = post("root", "fees-admin");
        formless.format = null;
        assertThatThrownBy(formless::execute).hasMessageContaining("--format");
        PostCommand wrong = post("root", "fees-admin");
        wrong.format = "sap";
        assertThatThrownBy(wrong::execute).hasMessageContaining("sap (known: sage50, iif, csv)");
        PostCommand nowhere = post("root", "fees-admin");
        nowhere.out = null;
        assertThatThrownBy(nowhere::execute).hasMessageContaining("--out");
        assertThat(school.office.postings().preview(Kit.VIEWER, Kit.DAY).rows()).isEqualTo(3);
    }

    @Test
    void thePostingsAreListedAndOneIsShown() throws Exception {
        postings().execute();
        assertThat(printed()).containsExactly("Nothing has been posted.");
        post("root", "fees-admin").execute();
        school.console.clear();

        postings().execute();
        postings("1").execute();

        assertThat(printed()).anyMatch(line -> line.matches(" *1 +2026-09-08 +3 +35.00 +2026-09-20 .* root"));
        assertThat(printed()).contains("Posting 1: 3 rows up to 2026-09-08, in 1 entry. Debits and credits: 35.00");
        assertThat(printed()).anyMatch(line -> line.startsWith("Made by root, 2026-09-20"));
        assertThat(printed()).anyMatch(line -> line.matches("2026-09-08 +4010 +Lab fee +10.00"));
        assertThatThrownBy(() -> postings("7").execute()).hasMessage("There is no posting number 7.");
        assertThatThrownBy(() -> postings("x").execute()).hasMessageContaining("posting number");
    }

    @Test
    void onePostingAsCommaSeparatedValues() throws Exception {
        post("root", "fees-admin").execute();
        school.console.clear();
        PostingsCommand command = postings("1");
        command.csv = true;

        command.execute();

        assertThat(school.console.lines())
                .startsWith("date,account,description,debit,credit", "2026-09-08,1210,Charged to students,25.00,");
    }

    @Test
    void inFrench() throws Exception {
        school = new ShellSchool(Map.of("locale", "fr-CA"));
        accounts();
        assertThat(school.settings).isInstanceOf(ConfiguredSettings.class);

        post("root", "fees-admin").execute();

        assertThat(printed().get(0))
                .isEqualTo(
                        "Report 1\u00a0: 3 opérations jusqu’au 2026-09-08, en 1 écriture. Débits et crédits\u00a0: 35.00");
    }
}
