package org.openadmin.fees.reports.internal.lists;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.ChargedStudents;
import org.openadmin.fees.api.collection.Collected;
import org.openadmin.fees.api.collection.CollectedThen;
import org.openadmin.fees.api.collection.CollectionLine;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionReport;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.collection.Tally;

/** The lists of who has paid what: the fees, the homerooms or grades of a fee, its students, and the class list of a teacher. */
final class CollectionLists {

    private final FeeCollection collection;

    CollectionLists(FeeCollection collection) {
        this.collection = collection;
    }

    void fees(Actor reader, CollectionPeriod period, Lists lists, OutputStream out) {
        ListTexts texts = lists.texts();
        List<Code> header = new ArrayList<>(texts.headings("fee"));
        header.addAll(figureHeadings(texts));
        CollectionReport report = collection.fees(reader, period);
        header.addAll(knownHeadings(report.known(), texts));
        ListFile file = lists.open("collection", out, header);
        for (CollectionLine line : report.lines()) {
            List<Object> cells = new ArrayList<>(List.of(line.name()));
            cells.addAll(figures(line.collected()));
            cells.addAll(known(line.known()));
            file.row(cells);
        }
        file.end();
    }

    void groups(Actor reader, CollectionQuery query, Lists lists, OutputStream out) {
        CollectionReport report = collection.groups(reader, query);
        ListTexts texts = lists.texts();
        List<Code> header = new ArrayList<>(texts.headings("fee", query.by().keyword()));
        header.addAll(figureHeadings(texts));
        header.addAll(knownHeadings(report.known(), texts));
        ListFile file = lists.open("collection", out, header);
        for (CollectionLine line : report.lines()) {
            List<Object> cells = new ArrayList<>(List.of(report.fee().orElse(query.fee()), line.name()));
            cells.addAll(figures(line.collected()));
            cells.addAll(known(line.known()));
            file.row(cells);
        }
        file.end();
    }

    private static List<Code> figureHeadings(ListTexts texts) {
        List<Code> header = new ArrayList<>(List.of(texts.numberCharged(), texts.code("charged")));
        for (ChargeState state : ChargeState.values()) {
            header.add(texts.number(state));
            header.add(texts.heading(state));
        }
        header.add(texts.code("rate"));
        return header;
    }

    private static List<Object> figures(Collected collected) {
        List<Object> cells = new ArrayList<>(
                List.of(collected.charged().number(), collected.charged().sum()));
        for (ChargeState state : ChargeState.values()) {
            Tally tally = collected.of(state);
            cells.add(tally.number());
            cells.add(tally.sum());
        }
        cells.add(collected.rate());
        return cells;
    }

    /** Lists of a past day end with what was known then. */
    private static List<Code> knownHeadings(Optional<CollectedThen> known, ListTexts texts) {
        return known.isEmpty()
                ? List.of()
                : texts.headings("charges changed later", "charged as known", "paid as known", "outstanding as known");
    }

    private static List<Object> known(Optional<CollectedThen> known) {
        return known.<List<Object>>map(then -> List.of(
                        then.changed(),
                        then.collected().charged().sum(),
                        then.collected().of(ChargeState.PAID).sum(),
                        then.collected().of(ChargeState.OUTSTANDING).sum()))
                .orElse(List.of());
    }

    void students(Actor reader, CollectionQuery query, Optional<String> group, Lists lists, OutputStream out) {
        ChargedStudents charged = collection.students(reader, query, group);
        ListTexts texts = lists.texts();
        List<Code> header = new ArrayList<>(
                texts.headings("fee", "student", "student name", "grade", "homeroom", "state", "charged"));
        Arrays.stream(ChargeState.values()).map(texts::heading).forEach(header::add);
        header.addAll(knownHeadings(charged.known(), texts));
        ListFile file = lists.open("charged-students", out, header);
        charged.students().forEach(each -> {
            StudentSnapshot student = each.student();
            List<Object> cells = new ArrayList<>(List.of(
                    charged.fee(),
                    student.number(),
                    student.name(),
                    student.grade(),
                    student.homeroom(),
                    states(each.collected(), texts),
                    each.collected().charged().sum()));
            Arrays.stream(ChargeState.values())
                    .forEach(state -> cells.add(each.collected().of(state).sum()));
            cells.addAll(known(each.known()));
            file.row(cells);
        });
        file.end();
    }

    /** The states of a student's charges; mostly one. */
    private static Code states(Collected collected, ListTexts texts) {
        return new Code(
                joined(collected, " ", state -> texts.state(state).code()),
                joined(collected, ", ", state -> texts.state(state).text()));
    }

    private static String joined(Collected collected, String separator, Function<ChargeState, String> text) {
        return Arrays.stream(ChargeState.values())
                .filter(state -> collected.of(state).number() > 0)
                .map(text)
                .collect(Collectors.joining(separator));
    }

    /** Only names and marks: a homeroom is not to learn who paid and for whom others did, or the school gave up the fee. */
    void classList(Actor reader, CollectionQuery query, String group, Lists lists, OutputStream out) {
        ChargedStudents charged = collection.students(reader, query, Optional.of(group));
        ListTexts texts = lists.texts();
        ListFile file = lists.open("class-list", out, texts.headings("student name", "mark"));
        charged.students().stream()
                .filter(each -> each.collected().isCharged())
                .forEach(each -> file.row(List.of(
                        each.student().nameOrNumber(),
                        each.collected().isSettled()
                                ? new Code("yes", texts.code("settled-mark").text())
                                : "")));
        file.end();
    }
}
