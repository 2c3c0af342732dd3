package org.openadmin.fees.internal.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.invoicing.InvoicingSchool.money;
import static org.openadmin.fees.testkit.Kit.DAY;

import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.invoicing.InvoiceMailer.Plan;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.mail.MailSettings;
import org.openadmin.fees.internal.mail.MailSettings.MessageTemplate;
import org.openadmin.fees.spi.School;

/** The messages of a run by e-mail: what is in them, in which language, and to whom each goes. */
class FamilyMessagesTest extends MailingSchool {

    @Test
    void eachAddressGetsOneMessageWithTheInvoicesOfAllItsStudents() throws Exception {
        owes(1, "Tremblay", "Inès", "Marie@home.example luc@home.example", "10.50");
        owes(2, "Tremblay", "Zoé", "luc@home.example;marie@HOME.example", "5.00");
        owes(3, "Roy", "Ann", "roy@home.example", "7.00");
        List<String> told = new ArrayList<>();

        InvoiceRun run = mail.send(request("", false), (done, all) -> told.add(done + "/" + all));

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.outcomes()).isEqualTo(Map.of(Outcome.SENT, 3));
        assertThat(run.invoices()).isEqualTo(3);
        assertThat(run.due()).isEqualTo(money("22.50"));
        assertThat(told).startsWith("0/3").contains("1/3").endsWith("3/3");
        assertThat(recipients())
                .containsExactly(
                        List.of("roy@home.example"), List.of("luc@home.example"), List.of("Marie@home.example"));
        assertThat(message(1).getAllRecipients()).containsExactly(new InternetAddress("luc@home.example"));
        assertThat(line(run, new StudentNumber(1)).recipient()).isEqualTo("luc@home.example,marie@home.example");
        MimeMessage message = message(1);
        assertThat(message.getSubject())
                .isEqualTo("École Prairie View School: invoice for Inès Tremblay and Zoé Tremblay / Facture");
        assertThat(text(message)).isEqualTo("""
                        (Le texte français se trouve plus bas.)

                        Hello,

                        The invoice dated September 8, 2026 is attached. This is what is due:

                        Inès Tremblay: $10.50
                        - Lab fee: $10.50
                        - pay code: 1-95

                        Zoé Tremblay: $5.00
                        - Lab fee: $5.00
                        - pay code: 2-92

                        Total due: $15.50, to be paid by October 8, 2026.

                        How to pay: at the school office, by e-Transfer with the pay code in its message, or by mail with the slip at the bottom of the invoice.

                        If you have any questions, please reply to this message.

                        École Prairie View School

                        ----------

                        Bonjour,

                        Vous trouverez ci-joint la facture du 8 septembre 2026. Voici ce qui est à payer~:

                        Inès Tremblay~: 10,50~$
                        - Lab fee~: 10,50~$
                        - code de paiement~: 1-95

                        Zoé Tremblay~: 5,00~$
                        - Lab fee~: 5,00~$
                        - code de paiement~: 2-92

                        Total à payer~: 15,50~$, au plus tard le 8 octobre 2026.

                        Pour payer~: au secrétariat de l’école, par virement Interac avec le code de paiement dans le message, ou par la poste avec le talon au bas de la facture.

                        Pour toute question, répondez à ce message.

                        École Prairie View School
                        """.replace('~', '\u00a0'));
        Multipart parts = (Multipart) message.getContent();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("invoices-2026-09-08-Tremblay.pdf");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(new String(parts.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "2026-09-08 1 Tremblay, Inès: Lab fee 10.50; due 10.50",
                        "2026-09-08 2 Tremblay, Zoé: Lab fee 5.00; due 5.00");
        assertThat(school.renderer.open).isZero();
    }

    @Test
    void aFrenchSchoolWritesInFrenchFirst() throws Exception {
        school.speak(Locale.CANADA_FRENCH);
        owes(1, "L’Écuyer-Müller", "Inès", "a@home.example", "10.50");

        mail.send(request("", false), Progress.NONE);

        assertThat(message(0).getSubject())
                .isEqualTo("École Prairie View School\u00a0: facture pour Inès L’Écuyer-Müller / Invoice");
        assertThat(text(message(0)))
                .startsWith("(The English text is below.)\n\nBonjour,")
                .contains("10,50\u00a0$", "----------\n\nHello,\n");
        assertThat(((Multipart) message(0).getContent()).getBodyPart(1).getFileName())
                .isEqualTo("factures-2026-09-08-L-Ecuyer-Muller.pdf");
    }

    @Test
    void theMessageTellsWhoIsMeantWhatIsDueForWhomAndHowToPay() throws Exception {
        school.present(new School(
                "Prairie View School",
                List.of("120 River Street East", "Regina SK"),
                List.of("306-555-0100", "office@school.example"),
                List.of(),
                Optional.empty(),
                "",
                Map.of("en", "Cheques are payable to the school.")));
        StudentNumber ann = school.child(1, "Roy", "Ann", "Marie Côté", "12 Elm St", "mum@home.example");
        StudentNumber bea = school.child(2, "Roy", "Bea", "Luc Roy", "12 Elm St", "mum@home.example");
        StudentNumber cid = school.child(3, "Roy", "Cid", "MARIE COTE", "12 Elm St", "mum@home.example");
        school.charge(ann, "Lab fee", "10.00", "GST 0.50");
        school.charge(ann, "Locker", "5.00");
        school.credit(ann, "2.00");
        school.charge(bea, "Lab fee", "10.00");
        school.charge(cid, "Lab fee", "10.00");

        mail.send(request("", false), Progress.NONE);

        assertThat(message(0).getSubject())
                .isEqualTo("Prairie View School: invoice for Ann Roy, Bea Roy and Cid Roy / Facture");
        assertThat(text(message(0)))
                .contains("Hello Marie Côté and Luc Roy,\n", "Bonjour Marie Côté et Luc Roy,\n")
                .contains(
                        "Ann Roy: $13.50\n- Lab fee: $10.50\n- Locker: $5.00\n- less credit on account: $2.00\n- pay code: 1-95\n\n"
                                + "Bea Roy: $10.00\n")
                .contains("Total due: $33.50, to be paid by October 8, 2026.")
                .contains(
                        "How to pay: at the school office, by e-Transfer with the pay code in its message, or by mail with the slip at the bottom of the invoice, to"
                                + " 120 River Street East, Regina SK.\nCheques are payable to the school.\n")
                .contains("Prairie View School\n306-555-0100\noffice@school.example\n\n----------");
    }

    @Test
    void aFamilyReadsItsOwnLanguageFirst() throws Exception {
        school.mail = Optional.of(new MailSettings(
                "127.0.0.1",
                smtp.port(),
                MailSettings.Security.NONE,
                Optional.empty(),
                "office@school.example",
                Optional.empty(),
                60,
                3,
                Map.of(),
                false,
                Map.of("fr", Audience.Group.parse(GroupKind.STUDENT, "2 77"))));
        owes(1, "Ann", "A", "a@home.example", "10.00");
        owes(2, "Bob", "B", "b@home.example", "10.00");

        mail.send(request("", false), Progress.NONE);

        assertThat(text(message(0))).startsWith("(Le texte français");
        assertThat(text(message(1))).startsWith("(The English text is below.)\n\nBonjour,");
        assertThat(message(1).getSubject()).endsWith("\u00a0: facture pour B Bob / Invoice");
        assertThat(((Multipart) message(1).getContent()).getBodyPart(1).getFileName())
                .isEqualTo("factures-2026-09-08-Bob.pdf");
    }

    @Test
    void whatIsOverdueIsNamedBesideItsFeeAndInTheTotal() throws Exception {
        StudentNumber ann = owes(1, "Roy", "Ann", "a@home.example", "10.50");
        school.charge(ann, DAY.minusDays(40), "Yearbook", "40.00");
        StudentNumber bob = school.reachable(2, "Bob", "Bob", "b@home.example");
        school.charge(bob, DAY.minusDays(40), "Yearbook", "40.00");

        mail.send(request("", false), Progress.NONE);

        assertThat(recipients().get(0)).containsExactly("b@home.example");
        assertThat(text(message(0)))
                .contains("- Yearbook: $40.00, overdue: was due September 5, 2026\n")
                .contains("Total due: $40.00, overdue since September 5, 2026.");
        assertThat(text(message(1)))
                .contains("- Lab fee: $10.50, due October 8, 2026\n")
                .contains("- Yearbook: $40.00, overdue: was due September 5, 2026\n")
                .contains(
                        "Total due: $50.50, of which $40.00 is overdue since September 5, 2026; the rest is to be paid by"
                                + " October 8, 2026.");
    }

    @Test
    void theSchoolsOwnWordsStandInForOursAndANameIsNoPlaceToFill() throws Exception {
        school.mail = Optional.of(settings(Map.of(
                "en",
                        new MessageTemplate(
                                "{school}: {students}", "Dear family,\nsee {date}, {due}, {dueDate}, {unknown}"),
                "cr", new MessageTemplate("", "Tānisi"))));
        owes(1, "{due}", "$1 \\", "a@home.example", "10.50");

        mail.send(request("", false), Progress.NONE);

        assertThat(message(0).getSubject()).isEqualTo("École Prairie View School: $1 \\ {due} / Facture");
        assertThat(text(message(0)))
                .contains(
                        "Dear family,\nsee September 8, 2026, $10.50, October 8, 2026, {unknown}\n\n----------\n\nBonjour")
                .endsWith("----------\n\nTānisi\n");
    }

    @Test
    void aParentWithTwoChildrenInDifferentFieldsGetsOneMessage() throws Exception {
        owes(1, "Roy", "Ann", "mum@home.example, dad@home.example", "10.00");
        owes(2, "Roy", "Bea", "mum@home.example", "5.00");

        Plan plan = mail.plan(request("", false));
        InvoiceRun run = mail.send(request("", false), Progress.NONE);

        assertThat(plan.messages()).isEqualTo(2);
        assertThat(plan.students()).isEqualTo(2);
        assertThat(plan.due()).isEqualTo(money("15.00"));
        assertThat(recipients()).containsExactly(List.of("dad@home.example"), List.of("mum@home.example"));
        assertThat(pdf(0)).contains("Roy, Ann").doesNotContain("Roy, Bea");
        assertThat(pdf(1)).contains("Roy, Ann", "Roy, Bea");
        assertThat(run.invoices()).isEqualTo(2);
        assertThat(run.due()).isEqualTo(money("15.00"));
    }

    @Test
    void blindCopiesAreOneMessageToAllAddressesThatGetTheSameInvoices() throws Exception {
        school.mail = Optional.of(settings(Map.of(), 60, true));
        owes(1, "Roy", "Ann", "mum@home.example, dad@home.example", "10.00");
        owes(2, "Sun", "Bea", "one@home.example two@home.example", "5.00");
        owes(3, "Sun", "Cid", "one@home.example", "7.00");

        InvoiceRun run = mail.send(request("", false), Progress.NONE);

        assertThat(recipients())
                .containsExactly(
                        List.of("dad@home.example", "mum@home.example"),
                        List.of("one@home.example"),
                        List.of("two@home.example"));
        assertThat(message(0).getAllRecipients())
                .as("the addresses do not see each other")
                .containsExactly(new InternetAddress("office@school.example"));
        assertThat(smtp.taken.get(0).content()).doesNotContain("mum@home.example", "dad@home.example");
        assertThat(run.outcomes()).isEqualTo(Map.of(Outcome.SENT, 3));
        assertThat(mail.plan(request("", false)).leftOut()).isEqualTo(Map.of(Outcome.ALREADY_SENT, 3));
    }
}
