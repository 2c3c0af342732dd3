package org.openadmin.fees.internal.shell;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.postings.Posting;
import org.openadmin.fees.api.postings.PostingFiles;
import org.openadmin.fees.api.postings.PostingFormat;
import org.openadmin.fees.api.postings.PostingNumber;
import org.openadmin.fees.api.postings.PostingSummary;
import org.openadmin.fees.api.postings.Postings;
import org.openadmin.fees.api.postings.UnknownPostingException;
import org.openadmin.fees.internal.shell.PostCommand.PostingRows;

/** The command {@code fees:postings}. */
@Service
@Command(
        scope = "fees",
        name = "postings",
        description = "Lists the postings to the books, newest first; shows one, or writes its file again")
public final class PostingsCommand extends ListCommand {

    @Reference(optional = true)
    Postings postings;

    @Reference(optional = true)
    PostingFiles books;

    @Argument(name = "number", description = "The number of a posting; all by default", multiValued = true)
    List<String> words = List.of();

    @Option(
            name = "--format",
            description = "With a number and --out: writes the file of the posting again, as sage50, iif or csv")
    String format;

    public PostingsCommand() {}

    PostingsCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        if (arguments.isEmpty() && format == null) {
            all(output);
            return;
        }
        PostingNumber number = PostingNumber.parse(Arguments.one("number", arguments));
        if (format != null) {
            again(number, PostingFormat.parse(format), output);
            return;
        }
        Posting posting =
                require(postings).posting(actor(), number).orElseThrow(() -> new UnknownPostingException(number));
        if (!isData()) {
            PostingSummary summary = posting.summary();
            output.line(message(
                    "post.done",
                    number,
                    summary.rows(),
                    summary.until(),
                    posting.entries().size(),
                    summary.debits()));
            output.line(message("postings.made", summary.madeBy(), time(summary.madeAt())));
        }
        list("list.posting", PostingRows.HEADING, PostingRows.of(posting.lines()), output);
    }

    private void again(PostingNumber number, PostingFormat wanted, Output output) {
        AtomicFile file = file(out);
        PostingFiles writer = require(books);
        file.write(stream -> writer.write(actor(), number, wanted, stream));
        output.line(message("post.file", number, file));
    }

    private void all(Output output) {
        List<List<Object>> rows = new ArrayList<>();
        for (Page page = Page.first(Page.MAX_LIMIT); ; page = page.next()) {
            List<PostingSummary> some = require(postings).postings(actor(), page);
            some.forEach(posting -> rows.add(row(posting)));
            if (some.size() < page.limit()) {
                break;
            }
        }
        if (rows.isEmpty() && !isData()) {
            output.line(message("postings.none"));
            return;
        }
        list("list.postings", List.of("posting", "until", "rows", "debits", "time", "user"), rows, output);
    }

    private List<Object> row(PostingSummary posting) {
        return List.of(
                posting.number().value(),
                posting.until(),
                posting.rows(),
                posting.debits().amount(),
                isForPrograms() ? posting.madeAt() : time(posting.madeAt()),
                posting.madeBy());
    }
}
