package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.FeePeriod;
import org.openadmin.fees.api.catchup.CatchUpPreview;
import org.openadmin.fees.api.catchup.CatchUpPreview.Joined;
import org.openadmin.fees.api.catchup.CatchUpPreview.Left;
import org.openadmin.fees.api.catchup.CatchUpTerms;
import org.openadmin.fees.api.catchup.CatchUps;
import org.openadmin.fees.api.catchup.DismissRequest;
import org.openadmin.fees.api.catchup.GroupChange;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.students.Student;

/** The command {@code fees:catch-up}. */
@Service
@Command(
        scope = "fees",
        name = "catch-up",
        description =
                "Lists who has joined or left a group since a fee was charged; charges or reverses only whom you name")
public final class CatchUpCommand extends ShellCommand {

    private static final String ALL = "all";

    @Reference(optional = true)
    CatchUps catchUps;

    @Reference(optional = true)
    FeeAssessment assessment;

    @Reference(optional = true)
    Corrections corrections;

    @Argument(
            name = "batch",
            description =
                    "The batch number of the assessment; without it, all whose group has changed this school year",
            multiValued = true)
    List<String> words = List.of();

    @Option(name = "--charge", description = "Charges these students, who have joined, such as \"100 101\", or all")
    String charge;

    @Option(name = "--cancel", description = "Reverses the charges of these students, who have left, or of all")
    String cancel;

    @Option(name = "--leave-out", description = "No longer lists these students, who have joined, as not yet charged")
    String leaveOut;

    @Option(name = "--date", description = "The date of the charges and corrections; today by default")
    String date;

    @Option(
            name = "--joined-on",
            description =
                    "The first day that is charged to those who have joined, of a fee with a period; --date by default")
    String joinedOn;

    @Option(
            name = "--pro-rata",
            description = "Charges those who have joined by days, as a fee with a period is by default")
    boolean proRata;

    @Option(name = "--full", description = "Charges those who have joined the full price, not by days")
    boolean full;

    @Option(name = "--reason", description = "The reason, saved with each reversal")
    String reason;

    @Option(name = "--yes", description = "The date is right, although it is long ago")
    boolean yes;

    @Option(name = "--dry-run", description = "Shows whom it would charge and reverse, and saves nothing")
    boolean dryRun;

    @Option(name = "--key", description = "A UUID for this request: sent twice with the same date, it is done once")
    String key;

    public CatchUpCommand() {}

    CatchUpCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return changesSomething() ? Role.BILL : Role.VIEW;
    }

    private boolean changesSomething() {
        return !dryRun && Stream.of(charge, cancel, leaveOut).anyMatch(given -> given != null);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output out) {
        LocalDate day = date == null ? today() : date(date);
        if (full && (proRata || joinedOn != null)) {
            throw new UsageException("usage.catchup.full");
        }
        if (arguments.isEmpty()) {
            list(day, out);
            return;
        }
        CatchUpPreview preview =
                require(catchUps).preview(actor(), OptionValues.batch(Arguments.one("batch", arguments)), terms(day));
        if (preview.period().isEmpty() && (full || proRata || joinedOn != null)) {
            throw new UsageException(
                    "usage.catchup.no-period", preview.assessment().batch());
        }
        List<StudentNumber> joiners =
                preview.joined().stream().map(each -> each.student().number()).toList();
        Set<StudentNumber> joined = named(
                charge,
                preview.joined().stream().filter(each -> !each.leftOut()).map(each -> each.student()
                        .number()),
                joiners);
        List<StudentNumber> leavers =
                preview.left().stream().map(CatchUpCommand::number).toList();
        Set<StudentNumber> left = named(cancel, leavers.stream(), leavers);
        Set<StudentNumber> dismissed = named(leaveOut, joiners.stream(), joiners);
        if (!changesSomething()) {
            show(preview, joined, left, out);
            return;
        }
        if (joined.isEmpty() && left.isEmpty() && dismissed.isEmpty()) {
            out.line(message("catchup.nothing"));
        }
        if (!joined.isEmpty()) {
            charge(preview, joined, out);
        }
        if (!left.isEmpty()) {
            cancel(preview, left, out);
        }
        if (!dismissed.isEmpty()) {
            require(catchUps)
                    .dismiss(new DismissRequest(
                            requestKey(key).derived("leave out"),
                            actor(),
                            preview.assessment().batch(),
                            dismissed,
                            reason == null ? "" : reason));
            out.line(message("catchup.left-out", message("student.count", dismissed.size())));
        }
    }

    private CatchUpTerms terms(LocalDate day) {
        return new CatchUpTerms(day, Optional.ofNullable(joinedOn).map(this::date), full);
    }

    private void list(LocalDate day, Output out) {
        if (changesSomething()) {
            throw new UsageException("usage.argument-missing", "batch");
        }
        List<GroupChange> changes = require(catchUps).changes(actor(), day);
        if (changes.isEmpty()) {
            out.line(message("catchup.none"));
            return;
        }
        table(
                List.of("batch", "date", "fee", "group", "joined", "left"),
                changes.stream().map(CatchUpCommand::row).toList(),
                out);
    }

    private static List<Object> row(GroupChange change) {
        Assessment made = change.assessment();
        return List.of(
                made.batch().value(),
                made.date(),
                made.feeName(),
                OptionValues.text(Optional.of(change.audience())),
                change.joined(),
                change.left());
    }

    /**
     * The students whom an option names. A command that is repeated with its key names some for whom it was done before: they are left out.
     *
     * @param all whom the word {@code all} names
     * @param possible who can be named
     * @throws UsageException if another student is named
     */
    private Set<StudentNumber> named(String option, Stream<StudentNumber> all, List<StudentNumber> possible) {
        if (option == null) {
            return Set.of();
        }
        if (option.strip().equalsIgnoreCase(ALL)) {
            return all.collect(Collectors.toSet());
        }
        Set<StudentNumber> named = new TreeSet<>(OptionValues.students(option));
        for (StudentNumber student : named) {
            if (key == null && !possible.contains(student)) {
                throw new UsageException("usage.catchup.stranger", student);
            }
        }
        named.retainAll(possible);
        return named;
    }

    private static StudentNumber number(Left left) {
        return left.student().number().student().orElseThrow();
    }

    private void charge(CatchUpPreview preview, Set<StudentNumber> students, Output out) {
        Assessment done =
                require(assessment).post(preview.charge(requestKey(key).derived("charge"), actor(), students));
        out.line(message("assess.batch", done.batch()));
        out.line(message(
                "assess.done",
                message("student.count", done.count()),
                done.feeName(),
                done.date(),
                done.total(),
                done.alreadyCharged()));
        out.line(message("assess.due", done.due()));
        share(preview, out);
    }

    private void cancel(CatchUpPreview preview, Set<StudentNumber> students, Output out) {
        for (CorrectionRequest.Undo undo : preview.cancel(
                requestKey(key), actor(), students, reason == null ? "" : reason, confirmed(yes, false))) {
            Correction done = require(corrections).apply(undo);
            out.line(message(
                    "catchup.cancelled",
                    message("student.count", undo.students().size()),
                    undo.batch(),
                    done.amount(),
                    done.toCredit()));
        }
    }

    private void show(CatchUpPreview preview, Set<StudentNumber> joined, Set<StudentNumber> left, Output out) {
        Assessment made = preview.assessment();
        out.line(message(
                "catchup.of",
                made.batch(),
                made.feeName(),
                made.date(),
                OptionValues.text(Optional.of(preview.audience()))));
        if (!preview.joined().isEmpty()) {
            out.line(message("catchup.joined"));
            table(
                    List.of("studnum", "name", "grade", "homeroom", "total", ""),
                    preview.joined().stream()
                            .map(each -> row(each, preview, joined))
                            .toList(),
                    out);
        }
        if (!preview.left().isEmpty()) {
            out.line(message("catchup.left"));
            table(
                    List.of("studnum", "name", "grade", "homeroom", "outstanding", "paid", ""),
                    preview.left().stream().map(each -> row(each, left)).toList(),
                    out);
        }
        share(preview, out);
        GroupChange change = preview.change();
        out.line(message(
                "catchup.count", change.joined(), change.left(), preview.each().total(), preview.due()));
    }

    /** The days that are charged, if these are not all. */
    private void share(CatchUpPreview preview, Output out) {
        preview.share().ifPresent(share -> {
            FeePeriod charged = preview.charged().orElseThrow();
            out.line(message(
                    "catchup.share",
                    share.days(),
                    share.of(),
                    charged.first(),
                    charged.last(),
                    preview.whole().total()));
        });
    }

    private List<Object> row(Joined each, CatchUpPreview preview, Set<StudentNumber> charged) {
        Student student = each.student();
        String remark = charged.contains(student.number())
                ? message("catchup.would-charge")
                : each.leftOut() ? message("assess.left-out") : "";
        return List.of(
                student.number().value(),
                student.name(),
                student.grade(),
                student.homeroom(),
                preview.each().total().amount(),
                remark);
    }

    private List<Object> row(Left each, Set<StudentNumber> reversed) {
        return List.of(
                number(each).value(),
                each.student().nameOrNumber(),
                each.now().map(Student::grade).orElse(""),
                each.now().map(Student::homeroom).orElse(""),
                each.outstanding().amount(),
                each.settled().amount(),
                reversed.contains(number(each)) ? message("catchup.would-cancel") : "");
    }
}
