package org.openadmin.fees.reports.internal.binder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.openadmin.fees.reports.internal.binder.BinderSchool.AUTUMN;
import static org.openadmin.fees.reports.internal.binder.BinderSchool.text;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.binder.AuditBinder;
import org.openadmin.fees.api.binder.BinderFiles;
import org.openadmin.fees.api.binder.BinderPeriod;
import org.openadmin.fees.api.binder.BinderSummary;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.reports.internal.documents.PdfArchive;
import org.openadmin.fees.reports.internal.documents.PdfPages;
import org.openadmin.fees.spi.ReaderWork;

/** The binder as an auditor opens it. */
class ZipBinderFilesTest {

    private final BinderSchool school = new BinderSchool();

    @Test
    void theChecksumsAreThoseOfTheFiles() throws NoSuchAlgorithmException {
        Map<String, byte[]> files = school.autumn().binder(ADMIN, AUTUMN);

        assertThat(files.keySet())
                .containsExactly(
                        "01-tie-out.csv",
                        "02-receipts.csv",
                        "03-deposits.csv",
                        "04-undeposited.csv",
                        "05-cash-counts.csv",
                        "06-corrections.csv",
                        "07-waivers.csv",
                        "08-refused-commands.csv",
                        "09-collection.csv",
                        "10-receivables.csv",
                        "11-closings.csv",
                        "12-postings.csv",
                        "13-backdated.csv",
                        "14-recorded-later.csv",
                        "15-as-of-now.csv",
                        "16-check.csv",
                        "binder.pdf",
                        BinderFiles.CHECKSUMS);
        List<String> expected = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (!file.getKey().equals(BinderFiles.CHECKSUMS)) {
                byte[] sum = MessageDigest.getInstance("SHA-256").digest(file.getValue());
                expected.add(HexFormat.of().formatHex(sum) + "  " + file.getKey());
            }
        }
        String sums = new String(files.get(BinderFiles.CHECKSUMS), StandardCharsets.UTF_8);
        assertThat(sums.lines()).containsExactlyElementsOf(expected);
        assertThat(sums).endsWith("\n").doesNotContain("\r");
    }

    @Test
    void theDocumentIsMadeForAnArchive() {
        Map<String, byte[]> files = school.autumn().winter().binder(ADMIN, AUTUMN);

        PdfPages pages = PdfPages.of(files.get("binder.pdf"), "binder");

        assertThat(PdfArchive.objections(files.get("binder.pdf"))).isEmpty();
        assertThat(pages.about().getTitle()).isEqualTo("Auditor’s binder – Sep. 1, 2026 – Dec. 31, 2026");
        assertThat(pages.page(1))
                .contains("Auditor’s binder", "Tie-out", "Closing balance", "Sep. 1, 2026 – Dec. 31, 2026 –$12.10")
                .contains("Prepared by admin, ")
                .containsSubsequence(
                        "Opening balance, end of August 31, 2026 15.00 20.00 –5.00",
                        "1 Dated earlier, recorded in the period –6.00",
                        "Charges",
                        "Closing balance, end of December 31, 2026");
        assertThat(pages.run()).contains("Receipts2to7:nonemissing.", "Deposit1:nonemissing.");
    }

    @Test
    void theTieOutAddsUp() {
        String tieOut = text(school.autumn().binder(VIEWER, AUTUMN).get("01-tie-out.csv"));

        assertThat(tieOut).isEqualTo("""
                line,date,rows,outstanding,credit,balance
                opening,2026-08-31,,15.00,20.00,-5.00
                backdated,,1,,,-6.00
                charge,,5,,,229.90
                payment,,2,,,-64.95
                on-account,,3,,,-45.00
                reversal,,1,,,-35.00
                waiver,,1,,,-120.00
                refund,,1,,,4.00
                void,,2,,,29.95
                closing,2026-12-31,,49.95,62.05,-12.10
                unexplained,,,,,0.00
                without-account,,0,,,0.00
                """);
    }

    @Test
    void receiptsHaveTheirVoidsAndDeposits() {
        List<String> receipts = text(school.autumn().binder(VIEWER, AUTUMN).get("02-receipts.csv"))
                .lines()
                .map(line -> line.replaceAll("2026-(\\d\\d-\\d\\d)T[^,]*", "at $1"))
                .toList();

        assertThat(receipts)
                .containsExactly(
                        "receipt,last receipt,state,date,student,student name,method,reference,amount,recorded by,"
                                + "recorded at,deposit,deposited,days to bank,void date,void reason,voided by,void recorded at",
                        "2,2,issued,2026-09-08,100,\"Tremblay, Inès\",cash,,40.00,cashier,at 09-08,,,,,,,",
                        "3,3,returned,2026-09-11,101,\"Campbell, Abigail\",cheque,000123,24.95,cashier,at 09-11,1,2026-09-14,3,"
                                + "2026-10-02,Not sufficient funds,clerk,at 10-02",
                        "4,4,issued,2026-09-11,102,\"Nguyễn, Minh\",card,,10.00,cashier,at 09-11,,,,,,,",
                        "5,5,voided,2026-11-03,101,\"Campbell, Abigail\",cash,,5.00,cashier,at 11-03,,,,"
                                + "2026-11-03,Wrong student,cashier,at 11-03",
                        "6,6,other-period,,,,,,,,,,,,,,,",
                        "7,7,issued,2026-12-04,101,\"Campbell, Abigail\",cheque,000123,30.00,cashier,at 12-04,,,,,,,");
    }

    @Test
    void theSamePeriodMadeLaterHasTheSameFigures() {
        LocalDate last = AUTUMN.to();
        Map<String, byte[]> first = school.autumn().binder(ADMIN, AUTUMN);
        Map<String, byte[]> again = school.winter().binder(ADMIN, AUTUMN);

        assertThat(last).isEqualTo(LocalDate.of(2026, 12, 31));
        List<String> changed = first.keySet().stream()
                .filter(name -> !text(first.get(name)).equals(text(again.get(name))))
                .toList();
        assertThat(changed)
                .containsExactly("14-recorded-later.csv", "15-as-of-now.csv", "binder.pdf", BinderFiles.CHECKSUMS);
        assertThat(text(again.get("14-recorded-later.csv")).lines()).hasSize(2);
        assertThat(text(again.get("14-recorded-later.csv"))).contains("on-account,2026-12-15,101", ",-12.00");
        assertThat(text(again.get("15-as-of-now.csv"))).contains("recorded-later,,1,,,-12.00");
    }

    @Test
    void theClosingIsTheOpeningOfTheNextBinder() {
        BinderPeriod next = new BinderPeriod(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 12));
        Map<String, byte[]> autumn = school.autumn().binder(ADMIN, AUTUMN);
        Map<String, byte[]> winter = school.winter().binder(ADMIN, next);

        String closing = line(autumn, "closing");
        assertThat(line(winter, "opening")).isEqualTo(closing.replace("closing", "opening"));
        assertThat(line(winter, "backdated")).isEqualTo("backdated,,1,,,-12.00");
    }

    private static String line(Map<String, byte[]> files, String name) {
        return text(files.get("01-tie-out.csv"))
                .lines()
                .filter(line -> line.startsWith(name + ","))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsConfidentialIsHiddenAndTheBinderSaysSo() {
        Map<String, byte[]> shown = school.autumn().binder(ADMIN, AUTUMN);
        Map<String, byte[]> hidden = school.binder(VIEWER, AUTUMN);

        assertThat(text(shown.get("07-waivers.csv"))).contains("hardship,Parent out of work,1,120.00");
        assertThat(text(hidden.get("07-waivers.csv"))).contains("hidden,1,120.00");
        assertThat(text(shown.get("08-refused-commands.csv")).lines()).hasSize(3);
        assertThat(text(hidden.get("08-refused-commands.csv")).lines()).hasSize(1);
        PdfPages pages = PdfPages.of(hidden.get("binder.pdf"), "binder-viewer");
        assertThat(pages.page(1)).contains("are hidden: only a binder made by an administrator");
        assertThat(pages.run()).contains("Reasonsarehidden").doesNotContain("Parentoutofwork", "hardship");
        hidden.forEach(
                (name, file) -> assertThat(text(file)).as(name).doesNotContain("Parent out of work", "hardship"));
        assertThat(PdfPages.of(shown.get("binder.pdf"), "binder-admin").run())
                .contains("Familyhardship·Parentoutofwork");
    }

    @Test
    void aFrenchSchoolReadsFrench() {
        BinderSchool french = new BinderSchool(Locale.CANADA_FRENCH).autumn();

        PdfPages pages = PdfPages.of(french.binder(ADMIN, AUTUMN).get("binder.pdf"), "binder-fr");

        assertThat(pages.page(1)).contains("Concordance", "Solde d’ouverture, fin du 31 août 2026");
        assertThat(pages.run()).contains("aucunnemanque", "Retournéparlabanque", "Vérificationdujournal");
    }

    @Test
    void aPeriodInWhichNothingHappenedHasABinderToo() {
        Map<String, byte[]> files =
                school.binder(ADMIN, new BinderPeriod(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 2)));

        assertThat(PdfArchive.objections(files.get("binder.pdf"))).isEmpty();
        assertThat(PdfPages.of(files.get("binder.pdf"), "binder-empty").run())
                .contains("Therearenoneinthisperiod.", "nofaults");
    }

    @Test
    void thousandsOfReceiptsArePrintedInParts() {
        StudentNumber student = school.office.enrol(100, "Tremblay", "Inès", "9", "9A");
        LocalDate day = school.on(9, 8);
        for (int number = 0; number < 2_300; number++) {
            school.pay(student, day, "1.00", PaymentMethod.CARD);
        }

        BinderPeriod period = new BinderPeriod(day, day);
        Map<String, byte[]> files = school.binder(ADMIN, period);

        assertThat(text(files.get("02-receipts.csv")).lines()).hasSize(2_301);
        PdfPages pages = PdfPages.of(files.get("binder.pdf"), "binder-long");
        assertThat(pages.run()).contains("Receipts1to2300:nonemissing.");
        assertThat(pages.texts().stream()
                        .flatMap(String::lines)
                        .filter(line -> line.matches("\\d+ Tremblay, Inès 1\\.00"))
                        .collect(Collectors.toSet()))
                .hasSize(2_300);
    }

    @Test
    void theSummarySaysWhatWasWritten() {
        BinderSummary summary = school.autumn().files().write(VIEWER, AUTUMN, OutputStream.nullOutputStream());

        assertThat(summary.files()).isEqualTo(18);
        assertThat(summary.period()).isEqualTo(AUTUMN);
        assertThat(summary.tieOut().closing().balance()).isEqualTo(cad("-12.10"));
        assertThat(summary.receipts().issued()).isEqualTo(5);
        assertThat(summary.showsConfidential()).isFalse();
        assertThat(summary.faults()).isZero();
    }

    @Test
    void nothingIsWrittenWhenItCannotBeMade() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.office.failNextQuery(AuditBinder.class, new IllegalStateException("no database"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> school.files().write(ADMIN, new BinderPeriod(day(), day()), out));
        assertThatExceptionOfType(NotAllowedException.class)
                .isThrownBy(() -> school.files().write(NOBODY, new BinderPeriod(day(), day()), out));
        assertThatExceptionOfType(DateNotAllowedException.class)
                .isThrownBy(() -> school.files().write(ADMIN, new BinderPeriod(day(), day().plusYears(1)), out));
        assertThat(out.size()).isZero();
    }

    private static LocalDate day() {
        return LocalDate.of(2026, 9, 1);
    }

    @Test
    void aFullDiskIsReported() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };

        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> school.files().write(ADMIN, new BinderPeriod(day(), day()), full))
                .satisfies(failure -> assertThat(failure.problem()).isEqualTo(Problem.OUTPUT));
    }

    @Test
    void theWorkStopsWhenTheReaderHasLeft() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        school.autumn();
        try (ReaderWork work = new ReaderWork()) {
            work.leave();

            assertThatExceptionOfType(DocumentException.class)
                    .isThrownBy(() -> school.files().write(ADMIN, AUTUMN, out))
                    .satisfies(failure -> assertThat(failure.problem()).isEqualTo(Problem.STOPPED));
        }
        assertThat(out.size()).isZero();
    }
}
