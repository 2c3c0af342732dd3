package org.openadmin.fees.reports.internal.binder;

import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.cad;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.binder.BinderFiles;
import org.openadmin.fees.api.binder.BinderPeriod;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.journal.ClosingRequest.Close;
import org.openadmin.fees.api.journal.ClosingRequest.Reopen;
import org.openadmin.fees.api.journal.ReasonCode;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.till.CountRequest;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.api.till.VerifyDepositRequest;
import org.openadmin.fees.reports.internal.documents.LongDocuments;
import org.openadmin.fees.spi.WaiverReasons;
import org.openadmin.fees.spi.WaiverReasons.Names;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.testkit.TestClock;

/** A school in which a bit of everything has happened from September to December, and something later. */
final class BinderSchool {

    private static final ReasonCode HARDSHIP = new ReasonCode("hardship");
    private static final WaiverReasons WAIVERS =
            new WaiverReasons(Map.of(HARDSHIP, new Names("Family hardship", Map.of("fr", "Difficultés financières"))));

    static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 1);
    static final LocalDate DECEMBER = LocalDate.of(2026, 12, 31);
    static final BinderPeriod AUTUMN = new BinderPeriod(SEPTEMBER, DECEMBER);

    private static final Set<Confirmation> ALL = Set.of(Confirmation.values());

    final TestClock clock = new TestClock();
    final MemoryOffice office;

    BinderSchool() {
        this(Locale.CANADA);
    }

    BinderSchool(Locale locale) {
        office = new MemoryOffice(Kit.settings(locale, Map.of()).withWaivers(WAIVERS), clock);
    }

    BinderFiles files() {
        return new ZipBinderFiles(office.binder(), office, new LongDocuments(), clock);
    }

    /** A day of the school year, on which what follows happens. */
    LocalDate on(int month, int day) {
        LocalDate date = LocalDate.of(month < 8 ? 2027 : 2026, month, day);
        clock.moveTo(date);
        return date;
    }

    ChargeId charge(StudentNumber student, LocalDate date, String name, String amount) {
        AssessmentDraft draft = new AssessmentDraft(Optional.empty(), Kit.fee(name, amount), date, Kit.only(student));
        office.assessment()
                .post(new AssessmentRequest(
                        RequestKey.fresh(), CLERK, draft, Set.of(), Set.of(student), OptionalInt.empty()));
        List<ChargeId> owed = office.owed(student);
        return owed.stream()
                .max((one, other) -> Long.compare(one.value(), other.value()))
                .orElseThrow();
    }

    ReceiptNumber pay(StudentNumber student, LocalDate date, String amount, PaymentMethod method, ChargeId... charges) {
        return office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        student,
                        date,
                        cad(amount),
                        Set.of(charges),
                        method,
                        method == PaymentMethod.CHEQUE ? "000123" : "",
                        ALL))
                .number();
    }

    void deposit(LocalDate until) {
        Optional<Set<Long>> cheques = Optional.of(office.deposits().offer(CASHIER, until).rows().stream()
                .filter(row -> !row.isCash())
                .map(MoneyRow::row)
                .collect(Collectors.toSet()));
        office.deposits().make(new DepositRequest(RequestKey.fresh(), CASHIER, until, cheques, Optional.empty()));
    }

    void count(LocalDate day, String counted, String reason) {
        office.till()
                .count(new CountRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        CASHIER.name(),
                        day,
                        cad("50.00"),
                        CountedCash.of(cad(counted)),
                        reason));
    }

    void waive(ChargeId charge, LocalDate date, String reason) {
        office.corrections()
                .apply(new Waive(
                        RequestKey.fresh(), CLERK, charge, Optional.empty(), Optional.of(HARDSHIP), date, reason, ALL));
    }

    void voided(ReceiptNumber number, LocalDate date, String reason) {
        office.corrections().apply(new VoidReceipt(RequestKey.fresh(), CASHIER, number, date, reason, ALL));
    }

    /** Everything that happened until the end of December. */
    BinderSchool autumn() {
        StudentNumber ines = office.enrol(100, "Tremblay", "Inès", "9", "9A");
        StudentNumber ali = office.enrol(101, "Campbell", "Abigail", "10", "10B");
        StudentNumber minh = office.enrol(102, "Nguyễn", "Minh", "10", "10B");
        LocalDate august = on(8, 28);
        ChargeId deposit = charge(ines, august, "Locker deposit", "15.00");
        pay(ali, august, "20.00", PaymentMethod.CASH);
        LocalDate first = on(9, 8);
        ChargeId lab = charge(ines, first, "Lab fee", "24.95");
        ChargeId lab2 = charge(ali, first, "Lab fee", "24.95");
        ChargeId trip = charge(minh, first, "Field trip", "120.00");
        ChargeId mistake = charge(minh, first, "Yearbook", "35.00");
        ReceiptNumber cash = pay(ines, first, "40.00", PaymentMethod.CASH, lab, deposit);
        count(first, "85.00", "miscounted change");
        count(first, "90.00", "");
        LocalDate second = on(9, 11);
        ReceiptNumber cheque = pay(ali, second, "24.95", PaymentMethod.CHEQUE, lab2);
        pay(minh, second, "10.00", PaymentMethod.CARD);
        LocalDate third = on(9, 14);
        deposit(third);
        office.deposits()
                .verify(new VerifyDepositRequest(
                        RequestKey.fresh(),
                        ADMIN,
                        office.deposits().deposits(ADMIN, Page.first(1)).get(0).number()));
        office.corrections().apply(new Cancel(RequestKey.fresh(), CLERK, mistake, third, "Charged twice", ALL));
        waive(trip, third, "Parent out of work");
        LocalDate october = on(10, 2);
        office.corrections()
                .apply(new ReturnPayment(
                        RequestKey.fresh(),
                        CLERK,
                        cheque,
                        cad("25.00"),
                        Optional.of(october.plusDays(30)),
                        october,
                        "Not sufficient funds",
                        ALL));
        office.corrections()
                .apply(new Refund(
                        RequestKey.fresh(),
                        CASHIER,
                        minh,
                        cad("4.00"),
                        PaymentMethod.CASH,
                        "",
                        october,
                        "Moved away",
                        ALL));
        refused(() -> office.corrections().apply(new VoidReceipt(RequestKey.fresh(), NOBODY, cash, october, "", ALL)));
        office.closings().apply(new Close(RequestKey.fresh(), CLERK, YearMonth.of(2026, 9)));
        refused(() -> pay(ali, LocalDate.of(2026, 9, 30), "1.00", PaymentMethod.CASH));
        LocalDate november = on(11, 3);
        office.closings()
                .apply(new Reopen(RequestKey.fresh(), ADMIN, YearMonth.of(2026, 8), "A receipt was dated wrongly"));
        voided(pay(ali, november, "5.00", PaymentMethod.CASH), november, "Wrong student");
        pay(ali, LocalDate.of(2026, 8, 31), "6.00", PaymentMethod.CASH);
        pay(ali, on(12, 4), "30.00", PaymentMethod.CHEQUE);
        on(12, 31);
        return this;
    }

    /** What happened afterwards, some of it for days of the autumn. */
    BinderSchool winter() {
        LocalDate january = on(1, 12);
        StudentNumber ali = new StudentNumber(101);
        pay(ali, LocalDate.of(2026, 12, 15), "12.00", PaymentMethod.CASH);
        voided(new ReceiptNumber(2), january, "Paid twice");
        charge(ali, january, "Lab fee", "3.00");
        deposit(january);
        return this;
    }

    private static void refused(Runnable command) {
        try {
            command.run();
        } catch (FeesException e) {
            return;
        }
        throw new AssertionError("This should have been refused");
    }

    /** The files of a binder by name. */
    Map<String, byte[]> binder(Actor reader, BinderPeriod period) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files().write(reader, period, out);
        return unzipped(out.toByteArray());
    }

    static Map<String, byte[]> unzipped(byte[] zip) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
