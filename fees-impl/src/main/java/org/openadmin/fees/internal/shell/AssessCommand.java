package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentPreview;
import org.openadmin.fees.api.billing.AssessmentPreview.Candidate;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;
import org.openadmin.fees.api.billing.YearLimit;
import org.openadmin.fees.api.students.Audience;

/** The command {@code fees:assess}. */
@Service
@Command(
        scope = "fees",
        name = "assess",
        description =
                "Charges one fee to many students, all of them or none; students who were charged a fee with the same"
                        + " name in the last or next weeks are left out")
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
            description =
                    "Instead of a predefined fee: the amount before discount, and before tax unless it is included, such as 24.95")
    String amount;

    @Option(name = "--description", description = "The description on the invoice")
    String description;

    @Option(
            name = "--discount",
            description = "What is taken off the amount: a percentage such as 12.5%, or an amount such as 5.00")
    String discount;

    @Option(name = "--taxes", description = "The taxes to add, such as GST,PST")
    String taxes;

    @Option(name = "--taxes-included", description = "The amount includes the taxes")
    boolean taxesIncluded;

    @Option(name = "--date", description = "The charge date, such as 2026-09-08")
    String date;

    @Option(name = "--due", description = "The day by which the charges are to be paid, such as 2026-10-15")
    String due;

    @Option(
            name = "--due-days",
            description = "Instead of --due: how many days after the charge date they are due, such as 30")
    String dueDays;

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

    @Option(
            name = "--again",
            description = "Also charges the students who were charged the fee in the last or next weeks")
    boolean again;

    @Option(name = "--yes", description = "Confirms a charge date or due date that is more than a year away")
    boolean yes;

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
            show(require(assessment).preview(actor(), draft), draft, left, out);
            return;
        }
        requireConfirmed(draft);
        Set<StudentNumber> repeated = repeated(draft, left);
        Assessment done = require(assessment)
                .post(new AssessmentRequest(requestKey(key), actor(), draft, left, repeated, OptionalInt.empty()));
        out.line(message("assess.batch", done.batch()));
        out.line(message(
                "assess.done",
                counted(done.count()),
                done.feeName(),
                done.date(),
                done.total(),
                done.alreadyCharged()));
        out.line(message("assess.due", done.due()));
        if (!repeated.isEmpty()) {
            out.line(message("assess.again", repeated.size()));
        }
        if (done.overLimit() > 0) {
            out.line(message("assess.limit.skipped", done.overLimit()));
        }
        if (done.alreadyCharged() > 0 && !again) {
            out.line(skipped(done.alreadyCharged(), done.date()));
        }
    }

    /** The students who have the fee and are to be charged again. */
    private Set<StudentNumber> repeated(AssessmentDraft draft, Set<StudentNumber> left) {
        return again
                ? require(assessment).preview(actor(), draft).candidates().stream()
                        .filter(Candidate::alreadyCharged)
                        .map(candidate -> candidate.student().number())
                        .filter(number -> !left.contains(number))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private String skipped(int students, LocalDate day) {
        int days = require(settings).current().repeatDays();
        return message("assess.skipped", counted(students), students, days, day);
    }

    private AssessmentDraft draft() {
        Optional<Audience> chosen = OptionValues.audience(group, values, profile);
        Optional<Due> payable = OptionValues.due(due, dueDays);
        LocalDate day = date(UsageException.required("--date", date));
        if (predefined == null) {
            return new AssessmentDraft(
                    Optional.empty(),
                    fee(),
                    day,
                    chosen.orElseThrow(() -> new UsageException("usage.audience")),
                    payable);
        }
        if (name != null
                || amount != null
                || description != null
                || discount != null
                || taxes != null
                || taxesIncluded) {
            throw new UsageException("usage.predefined-whole");
        }
        PredefinedFeeId id = PredefinedFeeId.parse(predefined);
        PredefinedFee kept = require(catalogue).find(id).orElseThrow(() -> new UnknownPredefinedFeeException(id));
        return new AssessmentDraft(
                Optional.of(id),
                kept.fee(),
                day,
                chosen.or(kept::audience).orElseThrow(() -> new UsageException("usage.predefined-audience", id)),
                payable);
    }

    /** Dates more than a year away need {@code --yes}, once it is known that the charge date is not in a closed month. */
    private void requireConfirmed(AssessmentDraft draft) {
        Stream.concat(draft.due().map(given -> given.of(draft.date())).stream(), Stream.of(draft.date()))
                .filter(day -> !yes && AssessmentDraft.isFar(day, today()))
                .findFirst()
                .ifPresent(far -> {
                    require(assessment).preview(actor(), draft);
                    throw new UsageException("usage.far-date", far);
                });
    }

    private Fee fee() {
        return new Fee(
                UsageException.required("--name", name),
                description == null ? "" : description,
                money("--amount", amount),
                discount(discount),
                OptionValues.taxes(taxes == null ? "" : taxes),
                taxesIncluded);
    }

    private void show(AssessmentPreview preview, AssessmentDraft draft, Set<StudentNumber> left, Output out) {
        List<Candidate> charged = preview.candidates().stream()
                .filter(candidate -> isCharged(candidate, left))
                .toList();
        Money each = preview.each().total();
        table(
                List.of("studnum", "name", "grade", "homeroom", "total", ""),
                preview.candidates().stream()
                        .map(candidate -> row(candidate, left, each))
                        .toList(),
                out);
        out.line(message(
                "assess.preview", counted(charged.size()), each, each.times(charged.size()), preview.alreadyCharged()));
        out.line(message("assess.due", preview.due()));
        preview.parts()
                .forEach(part -> out.line(message(
                        "assess.part",
                        part.part().orElseThrow().number(),
                        preview.parts().size(),
                        part.total(),
                        part.due())));
        long repeated = charged.stream().filter(Candidate::alreadyCharged).count();
        if (repeated > 0) {
            out.line(message("assess.again", repeated));
        }
        if (preview.overLimit() > 0) {
            out.line(message("assess.limit.skipped", preview.overLimit()));
        }
        if (preview.alreadyCharged() > 0 && !again) {
            out.line(skipped(preview.alreadyCharged(), draft.date()));
        }
        for (LocalDate day : List.of(draft.date(), preview.due())) {
            if (AssessmentDraft.isFar(day, today())) {
                out.line(message("usage.far-date", day));
            }
        }
    }

    private boolean isCharged(Candidate candidate, Set<StudentNumber> left) {
        return !left.contains(candidate.student().number())
                && (again || !candidate.alreadyCharged())
                && candidate.overLimit().isEmpty();
    }

    private List<Object> row(Candidate candidate, Set<StudentNumber> left, Money each) {
        return List.of(
                candidate.student().number().value(),
                candidate.student().name(),
                candidate.student().grade(),
                candidate.student().homeroom(),
                (isCharged(candidate, left) ? each : Money.zero(each.currency())).amount(),
                remark(candidate, left));
    }

    private String remark(Candidate candidate, Set<StudentNumber> left) {
        if (left.contains(candidate.student().number())) {
            return message("assess.left-out");
        }
        if (candidate.overLimit().isPresent()) {
            YearLimit limit = candidate.overLimit().get();
            return message("assess.limit", limit.limit(), limit.charged(), limit.left());
        }
        String key = candidate.alreadyCharged() ? "assess.already" : "assess.last";
        return candidate.charged().map(day -> message(key, day)).orElse("");
    }

    private String counted(int students) {
        return message("student.count", students);
    }
}
