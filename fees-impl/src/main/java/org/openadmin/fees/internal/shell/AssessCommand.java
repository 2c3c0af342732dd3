package org.openadmin.fees.internal.shell;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentPreview;
import org.openadmin.fees.api.billing.AssessmentPreview.Candidate;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.students.Audience;

/** The command {@code fees:assess}. */
@Service
@Command(
        scope = "fees",
        name = "assess",
        description =
                "Charges one fee to many students, all of them or none; students who already have a fee with the same"
                        + " name and date are left out")
public final class AssessCommand extends ShellCommand {

    @Reference(optional = true)
    FeeAssessment assessment;

    @Reference(optional = true)
    FeeCatalogue catalogue;

    @Option(name = "--predefined", description = "The number of a predefined fee")
    String predefined;

    @Option(name = "--name", description = "Instead of a predefined fee: its name on the invoice")
    String name;

    @Option(
            name = "--amount",
            description = "Instead of a predefined fee: the amount before discount and tax, such as 24.95")
    String amount;

    @Option(name = "--description", description = "The description on the invoice")
    String description;

    @Option(name = "--discount", description = "Percent taken off before tax, such as 12.5")
    String discount;

    @Option(name = "--taxes", description = "The taxes to add, such as GST,PST")
    String taxes;

    @Option(name = "--date", description = "The charge date, such as 2026-09-08")
    String date;

    @Option(
            name = "--group",
            description =
                    "Whom to charge: grade, homeroom, subject-section or student; by default, the group of the predefined fee")
    @Completion(GroupCompleter.class)
    String group;

    @Option(name = "--values", description = "The values of the group, such as \"9 10\"")
    String values;

    @Option(name = "--profile", description = "A configured profile, instead of a group")
    String profile;

    @Option(name = "--except", description = "Numbers of students to leave out, such as \"100 101\"")
    String except;

    @Option(name = "--dry-run", description = "Shows who would be charged and how much, and saves nothing")
    boolean dryRun;

    @Option(name = "--key", description = "A UUID for this request: sent twice, it is done once")
    String key;

    public AssessCommand() {}

    AssessCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return dryRun ? Role.VIEW : Role.BILL;
    }

    @Override
    void run(List<String> arguments, Output out) {
        Set<StudentNumber> left = OptionValues.students(except == null ? "" : except);
        AssessmentDraft draft = draft();
        if (dryRun) {
            show(require(assessment).preview(actor(), draft), left, out);
            return;
        }
        Assessment done = require(assessment)
                .post(new AssessmentRequest(requestKey(key), actor(), draft, left, Set.of(), OptionalInt.empty()));
        out.line(message("assess.batch", done.batch()));
        out.line(message(
                "assess.done",
                counted(done.count()),
                done.feeName(),
                done.date(),
                done.total(),
                done.alreadyCharged()));
    }

    private AssessmentDraft draft() {
        Optional<Audience> chosen = OptionValues.audience(group, values, profile);
        String day = UsageException.required("--date", date);
        if (predefined == null) {
            return new AssessmentDraft(
                    Optional.empty(),
                    fee(),
                    Dates.parse(day),
                    chosen.orElseThrow(() -> new UsageException("usage.audience")));
        }
        if (name != null || amount != null || description != null || discount != null || taxes != null) {
            throw new UsageException("usage.predefined-whole");
        }
        PredefinedFeeId id = PredefinedFeeId.parse(predefined);
        PredefinedFee kept = require(catalogue).find(id).orElseThrow(() -> new UnknownPredefinedFeeException(id));
        return new AssessmentDraft(
                Optional.of(id),
                kept.fee(),
                Dates.parse(day),
                chosen.or(kept::audience).orElseThrow(() -> new UsageException("usage.predefined-audience", id)));
    }

    private Fee fee() {
        return new Fee(
                UsageException.required("--name", name),
                description == null ? "" : description,
                Money.parse(
                        UsageException.required("--amount", amount),
                        require(settings).current().currency()),
                OptionValues.discount(discount == null ? "0" : discount),
                OptionValues.taxes(taxes == null ? "" : taxes));
    }

    private void show(AssessmentPreview preview, Set<StudentNumber> left, Output out) {
        List<Candidate> charged = preview.candidates().stream()
                .filter(candidate -> !candidate.alreadyCharged()
                        && !left.contains(candidate.student().number()))
                .toList();
        Money each = preview.each().total();
        rows(
                false,
                List.of("studnum", "name", "grade", "homeroom", "total", ""),
                preview.candidates().stream()
                        .map(candidate -> row(candidate, left, each))
                        .toList(),
                out);
        out.line(message(
                "assess.preview", counted(charged.size()), each, each.times(charged.size()), preview.alreadyCharged()));
    }

    private List<Object> row(Candidate candidate, Set<StudentNumber> left, Money each) {
        boolean leftOut = left.contains(candidate.student().number());
        String remark =
                leftOut ? message("assess.left-out") : candidate.alreadyCharged() ? message("assess.already") : "";
        return List.of(
                candidate.student().number().value(),
                candidate.student().name(),
                candidate.student().grade(),
                candidate.student().homeroom(),
                remark.isEmpty() ? each.amount() : Money.zero(each.currency()).amount(),
                remark);
    }

    private String counted(int students) {
        return message("student.count", students);
    }
}
