package org.openadmin.fees.ui.internal.catchup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.DayShare;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.FeePeriod;
import org.openadmin.fees.api.catchup.CatchUpPreview;
import org.openadmin.fees.api.catchup.CatchUpPreview.Joined;
import org.openadmin.fees.api.catchup.CatchUpPreview.Left;
import org.openadmin.fees.api.catchup.CatchUpTerms;
import org.openadmin.fees.api.catchup.CatchUps;
import org.openadmin.fees.api.catchup.DismissRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.OnceDialog;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;

/** Who has joined and who has left one group, each with a checkbox, and what can be done for those who are ticked. */
final class ChangedGroup extends VerticalLayout {

    private final UserContext context;
    private final transient CatchUps catchUps;
    private final transient FeeAssessment assessment;
    private final transient Corrections corrections;
    private final transient CatchUpPreview preview;
    private final transient Consumer<String> done;
    private final TickList<Joined> joined;
    private final TickList<Left> left;
    private final Button charge;
    private final Button leaveOut;
    private final Button cancel;

    /**
     * @param terms how those who have joined are charged
     * @param done shows what was done
     * @param again compares the group again, with other terms
     */
    ChangedGroup(
            UserContext context,
            CatchUps catchUps,
            FeeAssessment assessment,
            Corrections corrections,
            CatchUpPreview preview,
            CatchUpTerms terms,
            Consumer<String> done,
            Consumer<CatchUpTerms> again) {
        this.context = context;
        this.catchUps = catchUps;
        this.assessment = assessment;
        this.corrections = corrections;
        this.preview = preview;
        this.done = done;
        charge = button("catch-up-charge", this::charge);
        charge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        leaveOut = button("catch-up-leave-out", this::leaveOut);
        cancel = button("catch-up-cancel", this::cancel);
        joined = joined();
        left = left();
        setPadding(false);
        Styles.css("fees-parts", this);
        add(Styles.heading(
                new H3(context.text("catchup.joined", preview.joined().size()))));
        if (!preview.joined().isEmpty()) {
            add(Styles.secondaryText(Styles.id("catch-up-price", new Paragraph(lead()))));
            preview.period().ifPresent(period -> add(new JoiningTerms(context, period, terms, again)));
            add(joined, Styles.row(charge, leaveOut));
        }
        add(Styles.heading(new H3(context.text("catchup.left", preview.left().size()))));
        if (!preview.left().isEmpty()) {
            add(Styles.secondaryText(new Paragraph(context.text("catchup.left.lead"))), left, Styles.row(cancel));
        }
        joined.show(
                preview.joined(),
                preview.joined().stream()
                        .filter(each -> !each.leftOut())
                        .map(each -> each.student().number())
                        .collect(Collectors.toSet()));
        left.show(preview.left(), Set.of());
    }

    private String lead() {
        String each = context.text(
                "catchup.joined.lead", context.format(preview.each().total()), context.format(preview.due()));
        return preview.share().map(share -> each + " " + share(share)).orElse(each);
    }

    /** For example: That is 152 of 303 days, from Jan. 30, 2027 to Jun. 30, 2027; all of them would be 150.00. */
    private String share(DayShare share) {
        FeePeriod charged = preview.charged().orElseThrow();
        return context.text(
                "catchup.share",
                share.days(),
                share.of(),
                context.format(charged.first()),
                context.format(charged.last()),
                context.format(preview.whole().total()));
    }

    private static Button button(String id, Runnable act) {
        return Styles.id(id, new Button("", e -> act.run()));
    }

    private TickList<Joined> joined() {
        return new TickList<Joined>(
                        context,
                        "joined",
                        context.text("catchup.joined.short"),
                        each -> each.student().number(),
                        this::count)
                .tick(
                        context.text("catchup.tick"),
                        each -> each.student().snapshot().spokenName())
                .column(
                        context.text("student.name"),
                        "10rem",
                        2,
                        each -> Messages.isolated(each.student().name()))
                .column(context.text("student.no"), "5rem", 0, each -> each.student()
                        .number()
                        .toString())
                .column(context.format(GroupKind.HOMEROOM), "6rem", 0, each -> each.student()
                        .homeroom())
                .column("", "9rem", 1, this::remark);
    }

    private String remark(Joined each) {
        return each.leftOut()
                ? context.text("catchup.left-out")
                : each.chargedBefore()
                        .map(date -> context.text("assess.last", context.format(date)))
                        .orElse("");
    }

    private TickList<Left> left() {
        return new TickList<Left>(
                        context, "left", context.text("catchup.left.short"), ChangedGroup::number, this::count)
                .tick(context.text("catchup.tick"), each -> each.student().spokenName())
                .column(
                        context.text("student.name"),
                        "10rem",
                        2,
                        each -> Messages.isolated(each.student().nameOrNumber()))
                .column(context.text("student.no"), "5rem", 0, each -> number(each)
                        .toString())
                .column(context.text("catchup.now"), "8rem", 1, this::now)
                .amount(context.text("catchup.outstanding"), Left::outstanding)
                .amount(context.text("catchup.paid"), Left::settled);
    }

    private static StudentNumber number(Left each) {
        return each.student().number().student().orElseThrow();
    }

    private String now(Left each) {
        return each.now()
                .filter(Student::active)
                .map(Student::homeroom)
                .orElseGet(() -> context.text("student.withdrawn"));
    }

    /** The buttons say how many are ticked. */
    private void count() {
        // the first list is shown before the second is there
        int joining = joined == null ? 0 : joined.ticked().size();
        int leaving = left == null ? 0 : left.ticked().size();
        charge.setText(context.text("catchup.charge", joining));
        charge.setEnabled(joining > 0);
        leaveOut.setText(context.text("catchup.leave-out", joining));
        leaveOut.setEnabled(joining > 0);
        cancel.setText(context.text("catchup.cancel", leaving));
        cancel.setEnabled(leaving > 0);
    }

    private void charge() {
        Set<StudentNumber> students = joined.ticked();
        Money each = preview.each().total();
        String what = context.text(
                "catchup.charge.sentence",
                students.size(),
                preview.fee().name(),
                context.format(each),
                context.format(each.times(students.size())),
                context.format(preview.due()));
        String sentence =
                preview.share().map(share -> what + " " + share(share)).orElse(what);
        new OnceDialog<>(
                        context,
                        "catch-up",
                        charge.getText(),
                        sentence,
                        Optional.empty(),
                        (key, reason) -> context.text(
                                "catchup.charged",
                                assessment
                                        .post(preview.charge(key, context.actor(), students))
                                        .count()),
                        done)
                .open();
    }

    private void leaveOut() {
        Set<StudentNumber> students = joined.ticked();
        new OnceDialog<>(
                        context,
                        "catch-up",
                        leaveOut.getText(),
                        context.text("catchup.leave-out.sentence", students.size()),
                        Optional.of(context.text("correct.reason.optional")),
                        (key, reason) -> {
                            catchUps.dismiss(new DismissRequest(
                                    key, context.actor(), preview.assessment().batch(), students, reason));
                            return context.text("catchup.left-out.done", students.size());
                        },
                        done)
                .open();
    }

    private void cancel() {
        Set<StudentNumber> students = left.ticked();
        Money outstanding = sum(students, true);
        Money paid = sum(students, false);
        new OnceDialog<>(
                        context,
                        "catch-up",
                        cancel.getText(),
                        context.text(
                                "catchup.cancel.sentence",
                                students.size(),
                                context.format(outstanding),
                                context.format(paid)),
                        Optional.of(context.text("correct.reason.optional")),
                        (key, reason) -> {
                            for (CorrectionRequest.Undo undo :
                                    preview.cancel(key, context.actor(), students, reason, Set.of())) {
                                corrections.apply(undo);
                            }
                            return context.text("catchup.cancelled", students.size(), context.format(paid));
                        },
                        done)
                .open();
    }

    private Money sum(Set<StudentNumber> students, boolean outstanding) {
        return preview.left().stream()
                .filter(each -> students.contains(number(each)))
                .map(each -> outstanding ? each.outstanding() : each.settled())
                .reduce(Money.zero(preview.each().total().currency()), Money::plus);
    }
}
