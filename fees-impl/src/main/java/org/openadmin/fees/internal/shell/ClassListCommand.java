package org.openadmin.fees.internal.shell;

import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.students.GroupKind;

/** The command {@code fees:class-list}. */
@Service
@Command(
        scope = "fees",
        name = "class-list",
        description = "Writes the class list of a fee for a teacher: a name and a mark for each student")
public final class ClassListCommand extends FileCommand {

    private static final String PDF = ".pdf";

    @Reference(optional = true)
    FeeReports reports;

    @Reference(optional = true)
    FeeExports exports;

    @Option(name = "--fee", description = "The name of the fee")
    String fee;

    @Option(name = "--homeroom", description = "The homeroom")
    String homeroom;

    @Option(name = "--grade", description = "The grade, instead of a homeroom")
    String grade;

    @Option(name = "--today", description = "Use today's homerooms and grades, not those of the day of the charge")
    boolean today;

    @Option(name = "--from", description = "The first date of the charges; without dates, this school year")
    String from;

    @Option(name = "--to", description = "The last date of the charges")
    String to;

    @Option(
            name = "--out",
            description =
                    "The file to write, in the export folder: a PDF file if its name ends in .pdf, an Excel workbook"
                            + " if it ends in .xlsx, otherwise comma-separated values")
    String out;

    public ClassListCommand() {}

    ClassListCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    void run(List<String> arguments, Output output) {
        UsageException.required("--fee", fee);
        if ((homeroom == null) == (grade == null)) {
            throw new UsageException("usage.class-list");
        }
        CollectionQuery query = new CollectionQuery(
                fee,
                grade == null ? GroupKind.HOMEROOM : GroupKind.GRADE,
                today ? GroupDay.TODAY : GroupDay.CHARGE,
                period(from, to));
        String group = grade == null ? homeroom : grade;
        AtomicFile file = file(out);
        boolean pdf = out.toLowerCase(Locale.ROOT).endsWith(PDF);
        FeeReports documents = pdf ? require(reports) : null;
        FeeExports lists = pdf ? null : require(exports);
        write(file, stream -> {
            if (pdf) {
                documents.classList(actor(), query, group, stream);
            } else {
                lists.classList(actor(), query, group, ListFormat.of(out), stream);
            }
            return group;
        });
        output.line(message("class-list.file", file));
    }
}
