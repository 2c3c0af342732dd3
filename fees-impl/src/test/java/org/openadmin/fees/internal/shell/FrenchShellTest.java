package org.openadmin.fees.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import org.apache.karaf.shell.support.CommandException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.internal.verify.DatabaseInfo.Facts;
import org.openadmin.fees.internal.verify.DatabaseInfo.StudentCount;
import org.openadmin.fees.internal.verify.Verification.Fault;
import org.openadmin.fees.internal.verify.Verification.Report;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.InvalidSettingException.Problem;
import org.openadmin.fees.testkit.Kit;

/** The commands in a school whose language is French. */
class FrenchShellTest {

    private final ShellUser admin = ShellUsers.admin();
    private final ShellSchool school = new ShellSchool(Map.of("locale", "fr-CA"));

    @TempDir
    private Path folder;

    @Test
    void aPayment() throws Exception {
        school.pay("100", "--amount", "30.00", "--charges", "1,2", "--method", "cheque", "--date", "2026-09-08")
                .execute();

        assertThat(school.console.lines())
                .containsExactly(
                        "Reçu 1",
                        "Encaissé 30.00 CAD de l’élève 100 (Inès Tremblay) le 2026-09-08; payé 25.00 CAD\u00a0: poste 1, 2;"
                                + " 5.00 CAD porté au compte");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100 --amount 12,50|Le montant «\u00a012,50\u00a0» n’est pas un nombre simple, par exemple 12.50.",
                "100 --amount 0|Le montant «\u00a00.00\u00a0» doit dépasser zéro.",
                "100 --amount 5 --date 2026-02-30|La date «\u00a02026-02-30\u00a0» n’existe pas."
                        + " Écrivez par exemple 2026-09-08.",
                "100 --amount 5 --method or|Le mode de paiement «\u00a0or (choix\u00a0: cash, cheque, card,"
                        + " transfer, other)\u00a0» n’est pas un choix possible.",
                "100 --colour red|L’option --colour n’existe pas. Essayez --help.",
                "100|Il manque l’option --amount.",
                "100 101 --amount 5|Trop d’arguments\u00a0: 101.",
                "101 --amount 5 --charges all|L’élève 101 n’a aucuns frais impayés. Omettez --charges pour porter"
                        + " l’argent au compte.",
            })
    void aRefusal(String words, String sentence) {
        assertThatThrownBy(school.pay(words.split(" "))::execute)
                .isExactlyInstanceOf(CommandException.class)
                .hasMessage(sentence);
        assertThat(school.payments()).isEmpty();
    }

    @Test
    void whoMayNotAndWhatIsNotThere() {
        PayCommand strangers = new PayCommand(new ShellUser(Subject::new), school.console.output());
        strangers.settings = school.settings;
        assertThatThrownBy(strangers::execute)
                .hasMessage("shell ne peut pas faire cela\u00a0: il faut le rôle fees-cashier.");

        BalanceCommand balance = school.balance("100");
        balance.accounts = null;
        assertThatThrownBy(balance::execute)
                .hasMessage(
                        "Open Admin Fees n’est pas prêt\u00a0: il en manque une partie. Pour les détails\u00a0: fees:status.");

        balance.accounts = school.office.accounts();
        school.office.failNextQuery(FeeAccounts.class, new IllegalStateException("secret details"));
        assertThatThrownBy(balance::execute)
                .hasMessage(
                        "Un problème est survenu (IllegalStateException). Voir les détails dans le journal du portail.");
    }

    @Test
    void anExport() throws Exception {
        Path file = folder.resolve("2026-09.csv");
        ExportCommand export = new ExportCommand(admin, school.console.output());
        export.settings = school.settings;
        export.exports = new MonthCommandsTest.Lists();
        export.files = () -> Optional.of(folder);
        export.words = List.of("2026-09", "--out", file.toString());

        export.execute();

        assertThat(school.console.lines())
                .containsExactly("Mois 2026-09\u00a0: " + file, "Transactions 3, lignes 0, total 30.40 CAD");
        export.words = List.of("2026-09", "--out", folder.toString());
        assertThatThrownBy(export::execute).hasMessage(folder + " est un dossier. Indiquez un nom de fichier.");
    }

    @Test
    void aCorrectionAndOneThatWasMadeBefore() throws Exception {
        CorrectionCommandsTest.Books books = new CorrectionCommandsTest.Books();
        UndoCommand undo = new UndoCommand(admin, school.console.output());
        undo.settings = school.settings;
        undo.corrections = books;
        undo.clock = Kit.CLOCK;
        undo.words = List.of("7", "--reason", "Mauvais niveau", "--dry-run");

        undo.execute();

        assertThat(school.console.lines())
                .containsExactly("Lot 7 annulé\u00a0: 3 lignes, -83.10 CAD en tout; 27.70 CAD déjà payé devient un"
                        + " crédit. Simple essai\u00a0: rien n’a été enregistré.");
        undo.dryRun = false;
        undo.words = List.of("7", "--reason", "again");
        assertThatThrownBy(undo::execute)
                .hasMessage(
                        "Le poste 12 a déjà été annulé, fractionné ou transféré, ou a fait l’objet d’une dispense.");
    }

    @Test
    void aTableHasFrenchHeadingsAndCsvKeepsItsOwn() throws Exception {
        school.balance("100").execute();
        school.balance("100", "--csv").execute();

        assertThat(school.console.lines())
                .containsExactly(
                        "élève  solde  impayés  crédit  code de paiement",
                        "  100  15.00    25.00   10.00  100-89",
                        "studnum,balance,outstanding,credit,pay_code",
                        "100,15.00,25.00,10.00,100-89");
    }

    @Test
    void theOverview() throws Exception {
        OverviewCommand overview = new OverviewCommand(admin, school.console.output());
        overview.clock = Clock.fixed(Instant.parse("2026-09-08T12:00:00Z"), ZoneOffset.UTC);
        overview.settings = school.settings;
        overview.overview = new MonthCommandsTest.Today();

        overview.execute();

        assertThat(school.console.lines())
                .startsWith(
                        "Aujourd’hui 2026-09-08\u00a0: encaissé 25.00 CAD (reçus 2, total 30.00 CAD; sorties 5.00 CAD), imputé 11.00 CAD",
                        "Ce mois-ci\u00a0: encaissé 32.00 CAD",
                        "Impayés 24.00 CAD, crédit 4.00 CAD, solde 20.00 CAD; élèves avec un solde à payer\u00a0: 1",
                        "jours de retard  élèves  postes  impayés")
                .endsWith("plus de 90            0       0     0.00");
    }

    @Test
    void whatScriptsReadOfTheVerificationStays() throws Exception {
        Fault fault = new Fault("2 credit", "student 5", "-1.00", "0.00 or more", false);
        VerifyCommand verify = new VerifyCommand(admin, school.console.output());
        verify.settings = school.settings;
        verify.verification = () -> new Report(List.of(), 10, 2, 3, 1, new BigDecimal("5.00"));
        verify.execute();
        verify.verification = () -> new Report(List.of(fault), 10, 2, 3, 1, new BigDecimal("5.00"));
        assertThatThrownBy(verify::execute).hasMessage("Anomalies dans le journal\u00a0: 1.");

        assertThat(school.console.lines())
                .startsWith(
                        "OK: lignes 10, élèves 2, reçus 3, lots 1, 5.00 en tout",
                        "invariant  subject    found  expected      inherited",
                        "2 credit   student 5  -1.00  0.00 or more");
    }

    @Test
    void theStatusHasFrenchLabelsAndEnglishOnesForScripts() throws Exception {
        StatusCommand status = new StatusCommand(admin, school.console.output());
        status.settings = school.settings;
        status.watch = Optional::empty;
        status.database = () -> Optional.of(new Facts(
                "MariaDB 11.4",
                "jdbc:mariadb://localhost/openadmin",
                "fees",
                6,
                Optional.of(new StudentCount(600, 24)),
                List.of("Tremblay, Inès (99999999999)"),
                Optional.empty(),
                Map.of("chg", 1200L),
                0));
        status.execute();
        status.csv = true;
        status.execute();

        assertThat(school.console.lines())
                .contains(
                        "État\u00a0:              prêt",
                        "Version du schéma\u00a0: 6",
                        "Adresse\u00a0:           jdbc:mariadb://localhost/openadmin, utilisateur fees",
                        "Élèves\u00a0:            600 inscrits, 24 anciens élèves",
                        "Laissés de côté\u00a0:   les élèves dont le numéro n’est pas un nombre entier de 1 à 2147483647\u00a0: Tremblay,"
                                + " Inès (99999999999)",
                        "Inscriptions\u00a0:      la vue fees_enrolment n’existe pas",
                        "Lignes du journal\u00a0: chg 1200",
                        "Dernier reçu\u00a0:      néant",
                        "Langue\u00a0:            fr-CA",
                        "Valeur refusée\u00a0:    néant")
                .contains(
                        "label,text",
                        "State,ready",
                        "Students,\"600 active, 24 withdrawn\"",
                        "Enrolments,the view fees_enrolment is missing",
                        "Last receipt,none",
                        "Refused,nothing");
    }

    @Test
    void theStatusNamesTheRefusedValueInFrench() throws Exception {
        StatusCommand status = new StatusCommand(admin, school.console.output());
        status.settings = school.settings;
        status.watch = () -> Optional.of("Open Admin Fees is preparing the database.");
        status.report = () -> Optional.of(new InvalidSettingException("paper", "a5", Problem.PAPER));

        status.execute();

        assertThat(school.console.lines())
                .contains(
                        "État\u00a0:            Open Admin Fees n’est pas prêt. Message du journal du portail\u00a0:"
                                + " Open Admin Fees is preparing the database.",
                        "Valeur refusée\u00a0:  etc/org.openadmin.fees.cfg\u00a0: paper = «\u00a0a5\u00a0» doit être letter ou a4.");
    }

    @Test
    void withoutAGoodConfigurationItIsEnglish() {
        PayCommand pay = school.pay("100", "--amount", "5");
        pay.settings = new ConfiguredSettings(Map.of("locale", "fr-CA", "paper", "a5"));

        assertThatThrownBy(pay::execute).hasMessage("etc/org.openadmin.fees.cfg: paper = \"a5\" must be letter or a4.");
        assertThat(school.payments()).isEmpty();
    }
}
