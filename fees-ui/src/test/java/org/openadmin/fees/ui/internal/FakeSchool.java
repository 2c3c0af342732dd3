package org.openadmin.fees.ui.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentChangedException;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentPreview;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.invoicing.InvoicePrinter;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.DocumentSettings;
import org.openadmin.fees.spi.School;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TaxRate;

/** A school in memory: enough of every service for the screens, with the same results as the real ones. */
public final class FakeSchool {

    public static final Currency CAD = Currency.getInstance("CAD");

    final List<Student> roll = new ArrayList<>();
    public final Map<RequestKey, PredefinedFee> kept = new LinkedHashMap<>();
    final Map<RequestKey, Assessment> assessments = new LinkedHashMap<>();
    public final Map<RequestKey, Receipt> receipts = new LinkedHashMap<>();
    public final List<Charge> charges = new ArrayList<>();
    public final List<PaymentRequest> paymentsSent = new ArrayList<>();
    public final List<AssessmentRequest> assessmentsSent = new ArrayList<>();
    public Progress lastProgress;
    public Runnable beforeInvoices = () -> {};
    public final List<InvoiceRequest> invoicesSent = new ArrayList<>();
    public final Map<StudentNumber, Money> credits = new HashMap<>();
    public final Map<String, Audience.Group> profiles = new LinkedHashMap<>();
    /** Thrown by the next command before it has done anything. */
    public RuntimeException nextFailure;
    /** Thrown by the next command after it has done everything. */
    public RuntimeException nextFailureAfter;

    private long ids = 1;

    public static Money cad(String amount) {
        return Money.parse(amount, CAD);
    }

    public Student enrol(int number, String lastname, String firstname, String grade, String homeroom) {
        Student student = new Student(
                new StudentNumber(number), lastname, firstname, "", grade, homeroom, true, "", List.of(), "");
        roll.add(student);
        return student;
    }

    public Charge charge(int number, String name, String amount) {
        Fee fee = new Fee(name, "", cad(amount), BigDecimal.ZERO, List.of());
        return charge(student(number), fee, LocalDate.of(2026, 9, 8), Optional.empty());
    }

    private Charge charge(Student student, Fee fee, LocalDate date, Optional<BatchNumber> batch) {
        Price price = assessment.price(fee);
        Charge charge = new Charge(
                new ChargeId(ids++),
                student.ofRecord(),
                date,
                fee.name(),
                fee.description(),
                price.subtotal(),
                price.taxes(),
                price.total(),
                batch);
        charges.add(charge);
        return charge;
    }

    public PredefinedFee predefine(String name, String amount, Audience audience, int charged, String... taxes) {
        Fee fee = new Fee(name, "", cad(amount), BigDecimal.ZERO, List.of(taxes));
        PredefinedFee added =
                new PredefinedFee(new PredefinedFeeId(ids++), fee, Optional.ofNullable(audience), charged);
        kept.put(RequestKey.fresh(), added);
        return added;
    }

    Student student(int number) {
        return students.find(new StudentNumber(number)).orElseThrow();
    }

    public Settings settings() {
        return new Settings(
                School.named("Prairie School"),
                CAD,
                Locale.CANADA,
                List.of(new TaxRate("GST", new BigDecimal("5")), new TaxRate("QST", new BigDecimal("9.975"))),
                profiles,
                1,
                new DocumentSettings(DocumentSettings.Paper.LETTER, 30, Optional.empty()),
                AccountCodes.none());
    }

    private static void say(String what, java.io.OutputStream out) {
        new java.io.PrintStream(out, true, java.nio.charset.StandardCharsets.UTF_8).print(what);
    }

    private void meet(RuntimeException failure) {
        nextFailure = null;
        if (failure != null) {
            throw failure;
        }
    }

    private void meetAfter(RuntimeException failure) {
        nextFailureAfter = null;
        if (failure != null) {
            throw failure;
        }
    }

    public final Students students = new Students() {
        @Override
        public Found search(String query, int limit) {
            String wanted = query.toLowerCase(Locale.ROOT);
            List<Student> all = roll.stream()
                    .filter(s -> s.name().toLowerCase(Locale.ROOT).startsWith(wanted)
                            || String.valueOf(s.number()).startsWith(wanted))
                    .toList();
            return new Found(all.stream().limit(limit).toList(), all.size());
        }

        @Override
        public Optional<Student> find(StudentNumber number) {
            return roll.stream().filter(s -> s.number().equals(number)).findFirst();
        }

        @Override
        public Map<StudentNumber, Student> find(Collection<StudentNumber> numbers) {
            return roll.stream()
                    .filter(s -> numbers.contains(s.number()))
                    .collect(Collectors.toMap(Student::number, s -> s, (a, b) -> a, TreeMap::new));
        }

        @Override
        public List<Student> in(Audience audience) {
            Audience.Group group =
                    audience instanceof Audience.Profile named ? profiles.get(named.name()) : (Audience.Group) audience;
            List<String> missing = group.values().stream()
                    .filter(value ->
                            roll.stream().noneMatch(s -> value(group.kind(), s).equals(value)))
                    .toList();
            if (!missing.isEmpty()) {
                throw group.kind() == GroupKind.STUDENT
                        ? new UnknownStudentException(
                                missing.stream().map(StudentNumber::parse).toList())
                        : new UnknownGroupValueException(group.kind(), missing);
            }
            return roll.stream()
                    .filter(s -> group.values().contains(value(group.kind(), s)))
                    .sorted(Comparator.comparing(Student::name))
                    .toList();
        }

        @Override
        public List<String> values(GroupKind kind) {
            return roll.stream().map(s -> value(kind, s)).distinct().sorted().toList();
        }

        private String value(GroupKind kind, Student student) {
            return switch (kind) {
                case GRADE -> student.grade();
                case HOMEROOM -> student.homeroom();
                case SUBJECT_SECTION -> "MATH" + student.grade();
                case STUDENT -> String.valueOf(student.number());
            };
        }
    };

    public final FeeCatalogue catalogue = new FeeCatalogue() {
        @Override
        public List<PredefinedFee> list() {
            return kept.values().stream()
                    .sorted(Comparator.comparing(f -> f.fee().name()))
                    .toList();
        }

        @Override
        public Optional<PredefinedFee> find(PredefinedFeeId id) {
            return kept.values().stream().filter(f -> f.id().equals(id)).findFirst();
        }

        @Override
        public PredefinedFee add(AddRequest request) {
            request.actor().require(Role.BILL);
            meet(nextFailure);
            PredefinedFee added = kept.computeIfAbsent(
                    request.key(),
                    key -> new PredefinedFee(new PredefinedFeeId(ids++), request.fee(), request.audience(), 0));
            meetAfter(nextFailureAfter);
            return added;
        }

        @Override
        public void remove(org.openadmin.fees.api.Actor actor, PredefinedFeeId id) {
            actor.require(Role.BILL);
            kept.values().removeIf(f -> f.id().equals(id));
        }
    };

    public final FeeAssessment assessment = new FeeAssessment() {
        @Override
        public Price price(Fee fee) {
            BigDecimal off = fee.amount().amount().multiply(fee.discount()).movePointLeft(2);
            Money subtotal = round(fee.amount().amount().subtract(off));
            List<Tax> taxes = settings().taxes().stream()
                    .filter(rate -> fee.taxes().contains(rate.name()))
                    .map(rate -> new Tax(
                            rate.name(),
                            round(subtotal.amount().multiply(rate.percent()).movePointLeft(2))))
                    .toList();
            Money total = taxes.stream().map(Tax::amount).reduce(subtotal, Money::plus);
            return new Price(fee.amount(), subtotal, taxes, total.requireReceivable());
        }

        private Money round(BigDecimal amount) {
            return Money.of(amount.setScale(2, RoundingMode.HALF_UP), CAD);
        }

        @Override
        public AssessmentPreview preview(Actor reader, AssessmentDraft draft) {
            meet(nextFailure);
            return new AssessmentPreview(
                    price(draft.fee()),
                    students.in(draft.audience()).stream()
                            .map(s -> new AssessmentPreview.Candidate(
                                    s,
                                    charges.stream()
                                            .anyMatch(c -> c.student().number().equals(s.number())
                                                    && c.name()
                                                            .equals(draft.fee().name())
                                                    && c.date().equals(draft.date()))))
                            .toList());
        }

        @Override
        public Assessment post(AssessmentRequest request) {
            request.actor().require(Role.BILL);
            assessmentsSent.add(request);
            meet(nextFailure);
            Assessment done = assessments.computeIfAbsent(request.key(), key -> charge(request));
            meetAfter(nextFailureAfter);
            return done;
        }

        private Assessment charge(AssessmentRequest request) {
            AssessmentPreview preview = preview(request.actor(), request.draft());
            List<Student> chosen = preview.candidates().stream()
                    .filter(c -> !request.except().contains(c.student().number()))
                    .filter(c -> !c.alreadyCharged()
                            || request.again().contains(c.student().number()))
                    .map(AssessmentPreview.Candidate::student)
                    .toList();
            int expected = request.expected().orElse(chosen.size());
            if (expected != chosen.size()) {
                throw new AssessmentChangedException(expected, chosen.size());
            }
            BatchNumber batch = new BatchNumber(assessments.size() + 1L);
            AssessmentDraft draft = request.draft();
            chosen.forEach(s -> FakeSchool.this.charge(s, draft.fee(), draft.date(), Optional.of(batch)));
            return new Assessment(
                    batch,
                    draft.fee().name(),
                    draft.date(),
                    chosen.size(),
                    preview.each().total().times(chosen.size()),
                    preview.alreadyCharged() - request.again().size(),
                    Instant.EPOCH,
                    request.actor().name());
        }
    };

    public final Cashier cashier = new Cashier() {
        @Override
        public Receipt receive(PaymentRequest request) {
            request.actor().require(Role.CASHIER);
            paymentsSent.add(request);
            meet(nextFailure);
            Receipt receipt = receipts.computeIfAbsent(request.key(), key -> take(request));
            meetAfter(nextFailureAfter);
            return receipt;
        }

        private Receipt take(PaymentRequest request) {
            List<Charge> settled = charges.stream()
                    .filter(c -> request.charges().contains(c.id()))
                    .toList();
            if (settled.size() < request.charges().size()) {
                throw new ChargeSettledException(List.copyOf(request.charges()));
            }
            Money sum = settled.stream().map(Charge::total).reduce(Money.zero(CAD), Money::plus);
            Money credit = credits.getOrDefault(request.student(), Money.zero(CAD));
            if (request.received().plus(credit).compareTo(sum) < 0) {
                throw new NotEnoughMoneyException(sum, request.received(), credit);
            }
            charges.removeAll(settled);
            credits.merge(request.student(), request.received().minus(sum), Money::plus);
            return new Receipt(
                    new ReceiptNumber(receipts.size() + 1L),
                    accounts.outstanding(request.student()).stream()
                            .map(Charge::student)
                            .findFirst()
                            .orElseGet(() -> student(request.student().value()).ofRecord()),
                    request.date(),
                    request.received(),
                    settled,
                    Optional.of(request.method()),
                    request.reference(),
                    request.actor().name(),
                    Optional.of(Instant.EPOCH),
                    Optional.empty());
        }

        @Override
        public Optional<Receipt> receipt(Actor reader, ReceiptNumber number) {
            return receipts.values().stream()
                    .filter(r -> r.number().equals(number))
                    .findFirst();
        }

        @Override
        public Optional<Receipt> receipt(Actor reader, RequestKey key) {
            return Optional.ofNullable(receipts.get(key));
        }
    };

    public final FeeAccounts accounts = new FeeAccounts() {
        @Override
        public AccountBalance balance(StudentNumber student) {
            if (students.find(student).isEmpty() && outstanding(student).isEmpty()) {
                throw new UnknownStudentException(List.of(student));
            }
            Money open = outstanding(student).stream().map(Charge::total).reduce(Money.zero(CAD), Money::plus);
            return new AccountBalance(student, open.minus(credits.getOrDefault(student, Money.zero(CAD))), open);
        }

        @Override
        public Map<StudentNumber, AccountBalance> balances(Collection<StudentNumber> wanted) {
            return wanted.stream().collect(Collectors.toMap(n -> n, this::balance, (a, b) -> a, TreeMap::new));
        }

        @Override
        public List<AccountBalance> balances() {
            return roll.stream().map(s -> balance(s.number())).toList();
        }

        @Override
        public List<Charge> outstanding(StudentNumber student) {
            return charges.stream()
                    .filter(c -> c.student().number().equals(student))
                    .toList();
        }

        @Override
        public Map<StudentNumber, List<Charge>> outstanding(Collection<StudentNumber> wanted) {
            return wanted.stream()
                    .filter(n -> !outstanding(n).isEmpty())
                    .collect(Collectors.toMap(n -> n, this::outstanding, (a, b) -> a, TreeMap::new));
        }
    };

    public Locale documents = Locale.ENGLISH;

    public final FeeReports reports = new FeeReports() {
        @Override
        public Locale language() {
            return documents;
        }

        @Override
        public void receipt(Actor reader, ReceiptNumber number, Print print, java.io.OutputStream out) {
            meet(nextFailure);
        }

        @Override
        public int receipts(Actor reader, ReceiptQuery query, java.io.OutputStream out) {
            meet(nextFailure);
            return 1;
        }

        @Override
        public void statement(StatementRequest request, java.io.OutputStream out) {
            meet(nextFailure);
        }

        @Override
        public void history(Actor reader, StudentNumber student, java.io.OutputStream out) {
            meet(nextFailure);
        }

        @Override
        public void daySheet(Actor reader, LocalDate day, java.io.OutputStream out) {
            meet(nextFailure);
            say("day sheet " + day, out);
        }

        @Override
        public void receivables(Actor reader, LocalDate today, java.io.OutputStream out) {
            meet(nextFailure);
            say("receivables " + today, out);
        }

        @Override
        public void summary(Actor reader, java.time.YearMonth month, java.io.OutputStream out) {
            meet(nextFailure);
            say("summary " + month, out);
        }
    };

    public final InvoicePrinter printer = new InvoicePrinter() {
        @Override
        public Locale language() {
            return documents;
        }

        @Override
        public InvoiceRun print(InvoiceRequest request, Progress progress, java.io.OutputStream out) {
            request.actor().require(Role.BILL);
            invoicesSent.add(request);
            lastProgress = progress;
            beforeInvoices.run();
            meet(nextFailure);
            List<Student> chosen = request.audience().map(students::in).orElse(roll);
            List<Student> owing = chosen.stream()
                    .filter(s -> !accounts.outstanding(s.number()).isEmpty())
                    .toList();
            Money due = owing.stream()
                    .map(s -> accounts.balance(s.number()).outstanding())
                    .reduce(Money.zero(CAD), Money::plus);
            InvoiceRun run = new InvoiceRun(
                    new RunNumber(invoicesSent.size()),
                    InvoiceRun.Channel.PRINT,
                    InvoiceRun.State.DONE,
                    request.date(),
                    "",
                    request.minimum(),
                    request.order(),
                    owing.size(),
                    owing.size(),
                    due,
                    Money.zero(CAD),
                    Map.of(
                            InvoiceRun.Outcome.INVOICED,
                            owing.size(),
                            InvoiceRun.Outcome.NOTHING_DUE,
                            chosen.size() - owing.size()),
                    "",
                    java.time.Instant.EPOCH,
                    Optional.empty(),
                    request.actor().name());
            if (owing.isEmpty()) {
                throw new NothingToInvoiceException(run);
            }
            return run;
        }
    };
}
