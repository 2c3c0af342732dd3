package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.billing.AssessmentChangedException;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.NobodyToChargeException;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.PredefinedFeeInUseException;
import org.openadmin.fees.api.billing.UnknownBatchException;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.NothingToPrintException;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.MailException;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.invoicing.UnknownRunException;
import org.openadmin.fees.api.payments.ChargeOfAnotherStudentException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.api.students.UnknownProfileException;
import org.openadmin.fees.spi.InvalidSettingException;

class ShellErrorMessagesTest {

    private static final StudentNumber STUDENT = new StudentNumber(100100);
    private static final List<ChargeId> CHARGES = List.of(new ChargeId(1), new ChargeId(22222));

    private final ShellErrorMessages english = new ShellErrorMessages(ShellMessages.ENGLISH);
    private final ShellErrorMessages french = new ShellErrorMessages(ShellMessages.FRENCH);

    static Stream<FeesException> refusals() {
        return Stream.of(unknown(), commands(), documents(), Stream.of(missing()))
                .flatMap(all -> all);
    }

    private static Stream<FeesException> unknown() {
        return Stream.of(
                new UnknownStudentException(List.of(STUDENT, new StudentNumber(2))),
                new UnknownGroupValueException(GroupKind.HOMEROOM, List.of("9X", "{0}")),
                new UnknownProfileException("senior", List.of()),
                new UnknownProfileException("senior", List.of("junior", "all")),
                new UnknownTaxException(List.of("QST"), List.of()),
                new UnknownTaxException(List.of("QST", "HST"), List.of("GST", "PST")),
                new UnknownChargeException(CHARGES),
                new UnknownPredefinedFeeException(new PredefinedFeeId(12345)),
                new UnknownBatchException(new BatchNumber(12345)),
                new UnknownReceiptException(new ReceiptNumber(12345)),
                new UnknownRunException(new RunNumber(12345)));
    }

    private static Stream<FeesException> commands() {
        return Stream.of(
                new NotAllowedException("ann", Role.BILL),
                new PredefinedFeeInUseException(new PredefinedFeeId(3), 1200),
                new RequestKeyReusedException(RequestKey.fresh()),
                new NobodyToChargeException(0),
                new NobodyToChargeException(1500),
                new AssessmentChangedException(1000, 1001),
                new ChargeOfAnotherStudentException(STUDENT, CHARGES),
                new ChargeSettledException(CHARGES),
                new NotEnoughMoneyException(cad("1234.50"), cad("0.10"), cad("0")),
                new NotEnoughCreditException(cad("1234.50"), cad("0.10")),
                new AlreadyCorrectedException(AlreadyCorrectedException.What.CHARGE, 12345),
                new AlreadyCorrectedException(AlreadyCorrectedException.What.ASSESSMENT, 12345),
                new AlreadyCorrectedException(AlreadyCorrectedException.What.RECEIPT, 12345),
                new StorageException(StorageException.Outcome.UNKNOWN, null),
                new StorageException(StorageException.Outcome.NOTHING_STORED, null),
                new InvalidSettingException("paper", "a5", "must be letter or a4"));
    }

    private static Stream<FeesException> documents() {
        return Stream.concat(
                Stream.of(
                        new NothingToInvoiceException(run()),
                        new NothingToPrintException(),
                        new RunCancelledException(new RunNumber(12345))),
                Stream.concat(
                        Stream.of(DocumentException.Problem.values())
                                .map(problem -> new DocumentException(problem, "it's {0}", null)),
                        Stream.of(MailException.Problem.values())
                                .map(problem -> new MailException(problem, "it's {0}", null))));
    }

    private static InvoiceRun run() {
        return new InvoiceRun(
                new RunNumber(12345),
                InvoiceRun.Channel.PRINT,
                InvoiceRun.State.DONE,
                LocalDate.EPOCH,
                "",
                Optional.empty(),
                InvoiceOrder.NAME,
                0,
                0,
                cad("0"),
                cad("0"),
                Map.of(InvoiceRun.Outcome.NOTHING_DUE, 1234),
                "",
                Instant.EPOCH,
                Optional.empty(),
                "ann");
    }

    private static FeesException missing() {
        return new InvalidInputException(Field.AMOUNT, Problem.MISSING, "");
    }

    /** Every field with every problem: with a value, without a value, and with a long value. */
    private static Stream<FeesException> inputs() {
        return Stream.of(Field.values()).flatMap(field -> Stream.of(Problem.values())
                .flatMap(problem -> Stream.of("", "{it's}", "x".repeat(61), "gold (known: cash, card)")
                        .map(value -> new InvalidInputException(field, problem, value))));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void theEnglishSentenceIsThatOfTheApiToTheLetter(FeesException refusal) {
        assertThat(english.of(refusal)).isEqualTo(refusal.getMessage());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void theFrenchSentenceIsAnotherAndWhole(FeesException refusal) {
        assertThat(french.of(refusal))
                .isNotEqualTo(refusal.getMessage())
                .doesNotContain("The ", " is ", "known:")
                .endsWith(".");
    }

    @Test
    void everyRefusalOfTheApiHasASentence() throws Exception {
        assertThat(types()).hasSizeGreaterThan(20).allMatch(english::knows);
        assertThat(refusals().map(Object::getClass).distinct()).containsExactlyInAnyOrderElementsOf(types());
    }

    @Test
    void everyInputHasItsSentenceInBothLanguages() {
        assertThat(inputs()).allSatisfy(input -> {
            theEnglishSentenceIsThatOfTheApiToTheLetter(input);
            theFrenchSentenceIsAnotherAndWhole(input);
        });
    }

    @Test
    void aWrongInputIsNamedInFrench() {
        assertThat(french.of(new InvalidInputException(Field.MONTH, Problem.NOT_A_DATE, "2026-13")))
                .isEqualTo("Le mois «\u00a02026-13\u00a0» n’existe pas. Écrivez par exemple 2026-09.");
        assertThat(french.of(new InvalidInputException(Field.REASON, Problem.MISSING, "")))
                .isEqualTo("Le motif manque.");
    }

    /** Returns the exceptions of the api, found in the folder or the jar of its classes. */
    private static List<Class<?>> types() throws Exception {
        URI place = FeesException.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        if (Files.isDirectory(Path.of(place))) {
            return types(Path.of(place));
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place), Map.of())) {
            return types(jar.getPath("/"));
        }
    }

    private static List<Class<?>> types(Path root) throws Exception {
        List<Class<?>> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(each -> each.toString().endsWith("Exception.class"))
                    .toList()) {
                String name = root.relativize(file)
                        .toString()
                        .replaceAll("\\.class$", "")
                        .replace('/', '.');
                if (!name.equals(FeesException.class.getName())) {
                    found.add(Class.forName(name));
                }
            }
        }
        return found;
    }

    private static Money cad(String amount) {
        return Money.of(new BigDecimal(amount), Currency.getInstance("CAD"));
    }
}
