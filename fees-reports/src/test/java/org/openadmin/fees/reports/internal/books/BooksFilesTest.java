package org.openadmin.fees.reports.internal.books;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.postings.AccountFormatException;
import org.openadmin.fees.api.postings.Posting;
import org.openadmin.fees.api.postings.PostingFormat;
import org.openadmin.fees.api.postings.PostingLine;
import org.openadmin.fees.api.postings.PostingNumber;
import org.openadmin.fees.api.postings.PostingRequest;
import org.openadmin.fees.api.postings.UnknownPostingException;
import org.openadmin.fees.reports.internal.books.ReadEntry.ReadLine;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.AccountCodes.Books;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.testkit.PostedBooks;

class BooksFilesTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final MemoryOffice office = new MemoryOffice();
    private final BooksFiles files = new BooksFiles(office.postings());
    private StudentNumber ines;

    @BeforeEach
    void aSchool() {
        office.configure(Kit.settings().withAccounts(PostedBooks.ACCOUNTS));
        ines = office.enrol(100, "Tremblay", "Inès", "9", "9A");
    }

    private Posting post() {
        return office.postings().post(new PostingRequest(RequestKey.fresh(), ADMIN, TODAY));
    }

    private byte[] written(Posting posting, PostingFormat format) {
        return written(VIEWER, posting.number(), format);
    }

    private byte[] written(Actor reader, PostingNumber number, PostingFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.write(reader, number, format, out);
        return out.toByteArray();
    }

    private Posting twoDays() {
        Charge lab = office.charge(ines, "Lab fee", "100.00", "GST", "QST");
        office.cashier().receive(Kit.paying(ines, "120.00", lab.id()));
        office.add(JournalRow.of(EntryKind.ON_ACCOUNT, "-1234567.89")
                .student(ines)
                .by(PaymentMethod.CHEQUE, "7")
                .on(DAY.plusDays(1)));
        return post();
    }

    @Test
    void sageReadsADateASourceACommentAndSignedAmounts() {
        assertThat(new String(written(twoDays(), PostingFormat.SAGE50), WINDOWS))
                .isEqualTo("""
                        09-08-26,"FEES1-1","School fees, posting 1"
                        1210,114.98
                        1210,-114.98
                        2210,-5.02
                        4010,-100.00
                        2310,-5.00
                        2320,-9.98
                        1010,120.00
                        09-09-26,"FEES1-2","School fees, posting 1"
                        2210,-1234567.89
                        1020,1234567.89
                        """.replace("\n", "\r\n"));
    }

    @Test
    void quickBooksReadsTransactionsOfTheGeneralJournalWithNamesOfAccounts() {
        assertThat(new String(written(twoDays(), PostingFormat.IIF), WINDOWS))
                .isEqualTo("""
                        !TRNS|TRNSTYPE|DATE|ACCNT|AMOUNT|DOCNUM|MEMO
                        !SPL|TRNSTYPE|DATE|ACCNT|AMOUNT|DOCNUM|MEMO
                        !ENDTRNS
                        TRNS|GENERAL JOURNAL|09/08/26|School fees receivable|114.98|FEES1-1|Charged to students
                        SPL|GENERAL JOURNAL|09/08/26|School fees receivable|-114.98|FEES1-1|Paid, reversed or waived
                        SPL|GENERAL JOURNAL|09/08/26|2210|-5.02|FEES1-1|Credit of students
                        SPL|GENERAL JOURNAL|09/08/26|4010|-100.00|FEES1-1|Lab fee
                        SPL|GENERAL JOURNAL|09/08/26|2310|-5.00|FEES1-1|GST
                        SPL|GENERAL JOURNAL|09/08/26|2320|-9.98|FEES1-1|QST
                        SPL|GENERAL JOURNAL|09/08/26|1010|120.00|FEES1-1|Payments, Cash
                        ENDTRNS
                        TRNS|GENERAL JOURNAL|09/09/26|2210|-1234567.89|FEES1-2|Credit of students
                        SPL|GENERAL JOURNAL|09/09/26|1020|1234567.89|FEES1-2|Payments on account, Cheque
                        ENDTRNS
                        """.replace("|", "\t").replace("\n", "\r\n"));
    }

    @Test
    void theCommaSeparatedFileHasDebitsAndCreditsAndASignedAmount() {
        assertThat(new String(written(twoDays(), PostingFormat.CSV), UTF_8))
                .startsWith("""
                        journal number,date,narration,account,account name,description,debit,credit,amount,tax
                        FEES1-1,2026-09-08,"School fees, posting 1",1210,School fees receivable,Charged to students,114.98,,114.98,none
                        FEES1-1,2026-09-08,"School fees, posting 1",1210,School fees receivable,"Paid, reversed or waived",,114.98,-114.98,none
                        """.replace("\n", "\r\n"))
                .endsWith(
                        "FEES1-2,2026-09-09,\"School fees, posting 1\",1020,,\"Payments on account, Cheque\",1234567.89,,1234567.89,none\r\n");
    }

    /** A posting read back from a file is the same posting. */
    private void assertReadBack(Posting posting, PostingFormat format, Function<byte[], List<ReadEntry>> reader) {
        List<ReadEntry> read = reader.apply(written(posting, format));
        assertThat(read).hasSameSizeAs(posting.entries());
        assertThat(read).extracting(ReadEntry::source).doesNotHaveDuplicates();
        for (int i = 0; i < read.size(); i++) {
            List<PostingLine> lines = posting.entries().get(i).lines();
            assertThat(read.get(i).date()).isEqualTo(posting.entries().get(i).date());
            assertThat(read.get(i).lines())
                    .extracting(ReadLine::amount)
                    .containsExactlyElementsOf(
                            lines.stream().map(line -> line.amount().amount()).toList());
            assertThat(read.get(i).lines())
                    .extracting(ReadLine::account)
                    .containsExactlyElementsOf(
                            lines.stream().map(format::account).toList());
        }
        BigDecimal debits = read.stream()
                .flatMap(entry -> entry.lines().stream())
                .map(ReadLine::amount)
                .filter(amount -> amount.signum() > 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(debits).isEqualByComparingTo(posting.summary().debits().amount());
    }

    private void assertReadBack(Posting posting) {
        assertReadBack(posting, PostingFormat.SAGE50, ReadEntry::sage);
        assertReadBack(posting, PostingFormat.IIF, ReadEntry::iif);
        assertReadBack(posting, PostingFormat.CSV, ReadEntry::csv);
    }

    @Test
    void everyFormatIsReadBackAsItWasPosted() {
        assertReadBack(twoDays());
    }

    @Test
    void noNameOfAFeeBreaksAFile() {
        List<String> names = List.of(
                "Lab \"A\"",
                "A\tB",
                "A\r\nB",
                "=1+1",
                "A, B; C",
                "Œuvre d’art",
                "ENDTRNS",
                "Łódź \uD83D\uDE00",
                "x".repeat(250));
        for (String name : names) {
            office.add(JournalRow.charge(name, "5.00").student(ines).on(DAY));
        }
        Posting posting = post();

        assertReadBack(posting);
        assertThat(new String(written(posting, PostingFormat.IIF), WINDOWS))
                .contains("\tLab 'A'\r\n", "\tA B\r\n", "\tŒuvre d’art\r\n")
                .doesNotContain("x".repeat(210));
        assertThat(new String(written(posting, PostingFormat.CSV), UTF_8))
                .contains("Łódź \uD83D\uDE00", ",'=1+1,")
                .doesNotContain(",=1+1");
    }

    @Test
    void theSameFileIsWrittenAgainWhateverHasChangedSince() {
        Posting posting = twoDays();
        Map<PostingFormat, byte[]> first = Map.of(
                PostingFormat.SAGE50, written(posting, PostingFormat.SAGE50),
                PostingFormat.IIF, written(posting, PostingFormat.IIF),
                PostingFormat.CSV, written(posting, PostingFormat.CSV));

        Settings usual = Kit.settings();
        office.configure(new Settings(
                usual.school(),
                usual.currency(),
                Locale.CANADA_FRENCH,
                usual.taxes(),
                usual.profiles(),
                usual.payments(),
                usual.documents(),
                AccountCodes.none()));
        office.add(JournalRow.charge("Late", "5.00").student(ines).on(DAY));

        first.forEach((format, bytes) -> assertThat(written(posting, format)).isEqualTo(bytes));
    }

    @Test
    void anAccountThatTheProgramCannotHaveIsNamedAndNoFileIsWritten() {
        office.configure(Kit.settings()
                .withAccounts(new AccountCodes(
                        Map.of(EntryKind.CHARGE, "4000-FEES"),
                        Map.of(),
                        Map.of(),
                        new Books("121", "2210", "", Map.of(), Map.of()))));
        office.charge(ines, "Lab fee", "5.00");
        Posting posting = post();

        assertThatThrownBy(() -> written(posting, PostingFormat.SAGE50))
                .isInstanceOfSatisfying(AccountFormatException.class, refused -> {
                    assertThat(refused.accounts()).containsExactly("121", "4000-FEES");
                    assertThat(refused.format()).isEqualTo(PostingFormat.SAGE50);
                });
        assertReadBack(posting, PostingFormat.CSV, ReadEntry::csv);
    }

    @Test
    void theNumberOfAnEntryFitsTheProgram() {
        Posting one = twoDays();

        assertThat(BooksText.number(new PostingNumber(12), one.entries().get(1), 11))
                .isEqualTo("FEES12-2");
        assertThat(BooksText.number(new PostingNumber(99_999_999), one.entries().get(1), 11))
                .isEqualTo("99999999-2");
        assertThat(BooksText.plain("School fees, posting 123456789012345678901", 39))
                .isEqualTo("School fees, posting 123456789012345678");
    }

    @Test
    void readingNeedsARoleAndAPosting() {
        Posting posting = twoDays();

        assertThatThrownBy(() -> written(NOBODY, posting.number(), PostingFormat.CSV))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> written(VIEWER, new PostingNumber(2), PostingFormat.CSV))
                .isInstanceOf(UnknownPostingException.class);
        assertThatThrownBy(() -> files.write(VIEWER, posting.number(), PostingFormat.CSV, new OutputStream() {
                    @Override
                    public void write(int b) throws java.io.IOException {
                        throw new java.io.IOException("disk full");
                    }
                }))
                .isInstanceOf(DocumentException.class);
    }
}
