package org.openadmin.fees.internal.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.students.MatchedBy;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;

/** The command {@code fees:students}. */
@Service
@Command(
        scope = "fees",
        name = "students",
        description = "Finds students by name, initials, number, guardian or e-mail address; all students by default")
public final class StudentsCommand extends ListCommand {

    private static final int MAX_STUDENTS = 10_000;

    @Reference(optional = true)
    Students students;

    @Argument(name = "query", description = "The search text, such as \"Tremblay, I\"", multiValued = true)
    List<String> words = List.of();

    public StudentsCommand() {}

    StudentsCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        ListRange range = range();
        Students.SearchResult found = require(students).search(String.join(" ", arguments), range.end(MAX_STUDENTS));
        List<Students.Match> shown = range.of(found.matches());
        boolean matched =
                !isData() && shown.stream().anyMatch(match -> !match.by().isOwn());
        List<String> heading = new ArrayList<>(List.of("studnum", "name", "grade", "homeroom", "status"));
        if (matched) {
            heading.add("match");
        }
        part(
                "list.students",
                heading,
                shown.stream().map(match -> row(match, matched)).toList(),
                found.total(),
                output);
        if (!found.isComplete() && range.end(found.total()) > MAX_STUDENTS) {
            throw new UsageException("usage.students-many", MAX_STUDENTS, found.total());
        }
        if (!isData()) {
            output.line(message("student.count", found.total()));
        }
    }

    private List<Object> row(Students.Match match, boolean matched) {
        Student student = match.student();
        String status = student.active() ? "active" : "withdrawn";
        List<Object> row = new ArrayList<>(List.of(
                student.number().value(),
                student.name(),
                student.grade(),
                student.homeroom(),
                isForPrograms() ? status : message("student." + status)));
        if (matched) {
            row.add(matched(match.by()));
        }
        return row;
    }

    private String matched(MatchedBy by) {
        return switch (by.kind()) {
            case GUARDIAN -> message("student.match.guardian", by.text());
            case EMAIL -> message("student.match.email", by.text());
            default -> "";
        };
    }
}
