package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.Statements.State;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.ChangePayerRequest;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerAccount;
import org.openadmin.fees.api.payers.PayerChangedException;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;

/** What {@link org.openadmin.fees.api.payers.Payers} promises. */
public abstract class PayersContract extends OfficeContract {

    private static final PayerNumber MISSING = new PayerNumber(999_999);

    private static PayerDetails details(String name) {
        return new PayerDetails(
                " " + name + " ",
                List.of("Box 12", "  ", "Regina SK"),
                "band@example.org",
                Optional.of(Locale.FRENCH),
                "AUTH-77");
    }

    private Payer add(PayerKind kind, String name) {
        return office.payers().add(new AddPayerRequest(RequestKey.fresh(), CLERK, kind, details(name)));
    }

    private Payer change(Payer payer, String name, boolean active) {
        return office.payers().change(changing(RequestKey.fresh(), payer, name, active));
    }

    private static ChangePayerRequest changing(RequestKey key, Payer payer, String name, boolean active) {
        return new ChangePayerRequest(key, CLERK, payer.number(), payer.version(), details(name), active);
    }

    private List<Payer> listed(String typed) {
        return office.payers().list(CLERK, typed).stream()
                .map(PayerAccount::payer)
                .toList();
    }

    @Test
    void aPayerIsFoundAsItWasAddedAndHasAnAccount() {
        Payer payer = add(PayerKind.SPONSOR, "Cree Nation");

        assertThat(payer.version()).isEqualTo(1);
        assertThat(payer.active()).isTrue();
        assertThat(payer.kind()).isEqualTo(PayerKind.SPONSOR);
        assertThat(payer.name()).isEqualTo("Cree Nation");
        assertThat(payer.details().address()).containsExactly("Box 12", "Regina SK");
        assertThat(payer.details().language()).contains(Locale.FRENCH);
        assertThat(payer.details().authorization()).isEqualTo("AUTH-77");
        assertThat(office.payers().find(CLERK, payer.number())).contains(payer);
        assertThat(office.payers().find(CLERK, MISSING)).isEmpty();
        assertThat(office.statements().holder(CLERK, payer.number()).state()).isEqualTo(State.PAYER);
        assertThat(office.accounts().balance(payer.number()).balance()).isEqualTo(cad("0.00"));
    }

    @Test
    void payersAreListedByNameWithTheirBalancesAndSearchedByWords() {
        Payer zoe = add(PayerKind.PERSON, "zoé Lavallée");
        Payer fund = add(PayerKind.FUND, "Élan bursary fund");
        Payer agency = add(PayerKind.SPONSOR, "Agency of Lavallée");
        office.cashier().receive(Kit.paying(fund.number(), "70.00"));

        List<Payer> all = listed("");
        assertThat(all).containsSubsequence(agency, fund, zoe);
        assertThat(listed("lavallee")).containsExactly(agency, zoe);
        assertThat(listed("zoe LAVALLEE")).containsExactly(zoe);
        assertThat(listed(fund.number().toString().toLowerCase(Locale.ROOT))).contains(fund);
        assertThat(listed("nobody of this name")).isEmpty();
        assertThat(office.payers().list(CLERK, "Élan bursary"))
                .singleElement()
                .satisfies(each -> assertThat(each.balance().credit()).isEqualTo(cad("70.00")));
    }

    @Test
    void numbersFollowEachOther() {
        Payer first = add(PayerKind.SPONSOR, "One");
        Payer second = add(PayerKind.SPONSOR, "Two");

        assertThat(second.number().value()).isEqualTo(first.number().value() + 1);
    }

    @Test
    void aPayerIsChangedAndKeepsItsNumberAndKind() {
        Payer payer = add(PayerKind.FUND, "Old name");

        Payer changed = change(payer, "New name", false);

        assertThat(changed.number()).isEqualTo(payer.number());
        assertThat(changed.kind()).isEqualTo(PayerKind.FUND);
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.name()).isEqualTo("New name");
        assertThat(changed.active()).isFalse();
        assertThat(office.payers().find(CLERK, payer.number())).contains(changed);
        assertThat(change(changed, "New name", true).active()).isTrue();
        assertThat(office.statements().search(CLERK, "New name", 10).matches())
                .singleElement()
                .satisfies(
                        match -> assertThat(match.holder().student().number()).isEqualTo(payer.number()));
    }

    @Test
    void nobodyOverwritesTheChangeOfSomebodyElse() {
        Payer payer = add(PayerKind.SPONSOR, "First");
        Payer changed = change(payer, "Second", true);

        assertThat(refusal(PayerChangedException.class, () -> change(payer, "Third", true))
                        .payer())
                .isEqualTo(payer.number());
        assertThat(office.payers().find(CLERK, payer.number())).contains(changed);
    }

    @Test
    void theSameRequestHasOneEffect() {
        AddPayerRequest adding = new AddPayerRequest(RequestKey.fresh(), CLERK, PayerKind.SPONSOR, details("Once"));
        Payer payer = office.payers().add(adding);
        ChangePayerRequest changing = changing(RequestKey.fresh(), payer, "Twice", true);
        Payer changed = office.payers().change(changing);

        assertThat(office.payers().add(adding).number()).isEqualTo(payer.number());
        assertThat(office.payers().change(changing)).isEqualTo(changed);
        assertThat(listed("Once")).isEmpty();
        assertThat(listed("Twice")).containsExactly(changed);
        refusal(RequestKeyReusedException.class, () -> office.payers()
                .add(new AddPayerRequest(adding.key(), CLERK, PayerKind.FUND, details("Once"))));
        refusal(RequestKeyReusedException.class, () -> office.payers()
                .change(changing(changing.key(), payer, "Thrice", true)));
        refusal(RequestKeyReusedException.class, () -> office.payers()
                .change(changing(adding.key(), changed, "Thrice", true)));
        refusal(RequestKeyReusedException.class, () -> office.payers()
                .add(new AddPayerRequest(changing.key(), CLERK, PayerKind.FUND, details("Thrice"))));
    }

    @Test
    void whoOnlyViewsSeesNoPayersAndChangingThemNeedsTheRoleThatBills() {
        Payer payer = add(PayerKind.SPONSOR, "Roles");

        assertNeeds(Role.BILL, () -> office.payers().list(VIEWER, ""));
        assertNeeds(Role.BILL, () -> office.payers().find(VIEWER, payer.number()));
        assertNeeds(Role.BILL, () -> office.payers().invoice(VIEWER, payer.number()));
        assertThat(office.payers().find(CASHIER, payer.number())).contains(payer);
        assertThat(office.payers().list(CASHIER, "Roles")).hasSize(1);
        assertNeeds(Role.BILL, () -> office.payers()
                .add(new AddPayerRequest(RequestKey.fresh(), CASHIER, PayerKind.FUND, details("No"))));
        assertNeeds(Role.BILL, () -> office.payers()
                .change(new ChangePayerRequest(RequestKey.fresh(), CASHIER, payer.number(), 1, details("No"), true)));
        assertThat(listed("Roles")).containsExactly(payer);
    }

    @Test
    void whatIsNotValidIsRefused() {
        refusal(UnknownStudentException.class, () -> office.payers()
                .change(new ChangePayerRequest(RequestKey.fresh(), CLERK, MISSING, 1, details("No"), true)));
        assertProblem(Field.NAME, Problem.MISSING, () -> PayerDetails.named("  "));
        assertProblem(Field.NAME, Problem.TOO_LONG, () -> PayerDetails.named("x".repeat(256)));
        assertProblem(
                Field.EMAIL,
                Problem.UNKNOWN,
                () -> new PayerDetails("Band", List.of(), "no address", Optional.empty(), ""));
        assertProblem(
                Field.LANGUAGE,
                Problem.UNKNOWN,
                () -> new PayerDetails("Band", List.of(), "", Optional.of(Locale.GERMAN), ""));
        assertProblem(
                Field.ADDRESS,
                Problem.OUT_OF_RANGE,
                () -> new PayerDetails("Band", List.of("1", "2", "3", "4", "5", "6", "7"), "", Optional.empty(), ""));
        assertProblem(Field.PAYER_KIND, Problem.UNKNOWN, () -> PayerKind.parse("bank"));
        assertProblem(Field.LANGUAGE, Problem.UNKNOWN, () -> PayerDetails.language("de"));
        assertThat(PayerKind.parse(" Fund ")).isEqualTo(PayerKind.FUND);
    }

    private static void assertProblem(Field field, Problem problem, ThrowingCallable call) {
        InvalidInputException refusal = refusal(InvalidInputException.class, call);
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.problem()).isEqualTo(problem);
    }

    @Test
    void everyChangeHasALineInTheAuditLog() {
        Payer payer = add(PayerKind.SPONSOR, "Audited");
        change(payer, "Audited again", true);
        refusal(PayerChangedException.class, () -> change(payer, "Too late", true));

        AuditSubject about = new AuditSubject(Kind.PAYER, payer.number().value());
        assertThat(office.audit().entries(ADMIN, AuditQuery.everything().about(about), Page.first(10)))
                .extracting(AuditEntry::operation, AuditEntry::outcome)
                .containsExactly(
                        tuple(AuditOperation.CHANGE_PAYER, AuditOutcome.REFUSED),
                        tuple(AuditOperation.CHANGE_PAYER, AuditOutcome.DONE),
                        tuple(AuditOperation.ADD_PAYER, AuditOutcome.DONE));
    }
}
