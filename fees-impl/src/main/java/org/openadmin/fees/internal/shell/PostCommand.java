package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.postings.AccountFormatException;
import org.openadmin.fees.api.postings.MissingAccount;
import org.openadmin.fees.api.postings.Posting;
import org.openadmin.fees.api.postings.PostingFiles;
import org.openadmin.fees.api.postings.PostingFormat;
import org.openadmin.fees.api.postings.PostingLine;
import org.openadmin.fees.api.postings.PostingPreview;
import org.openadmin.fees.api.postings.PostingRequest;
import org.openadmin.fees.api.postings.Postings;

/** The command {@code fees:post}. */
@Service
@Command(
        scope = "fees",
        name = "post",
        description = "Posts everything up to a day that was not posted, and writes it for the accounting system")
public final class PostCommand extends FileCommand {

    @Reference(optional = true)
    Postings postings;

    @Reference(optional = true)
    PostingFiles books;

    @Option(name = "--format", description = "The format of the file: sage50, iif (QuickBooks) or csv")
    String format;

    @Option(name = "--until", description = "The last day, such as 2026-09-30 or today")
    String until;

    @Option(name = "--out", description = "The file to write, in the export folder")
    String out;

    @Option(name = "--dry-run", description = "Shows what would be posted, and posts nothing")
    boolean dryRun;

    @Option(name = "--key", description = "A UUID for this request: sent twice, it is posted once")
    String key;

    private Optional<Posting> unwritten = Optional.empty();

    public PostCommand() {}

    PostCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return dryRun ? Role.VIEW : Role.BILL;
    }

    @Override
    void run(List<String> arguments, Output output) {
        LocalDate day = date(UsageException.required("--until", until));
        if (dryRun) {
            show(require(postings).preview(actor(), day), output);
            output.line(message("post.dry-run"));
            return;
        }
        PostingFormat wanted = PostingFormat.parse(UsageException.required("--format", format));
        AtomicFile file = file(out);
        PostingFiles writer = require(books);
        Posting posting = post(wanted, new PostingRequest(requestKey(key), actor(), day));
        unwritten = Optional.of(posting);
        output.line(message(
                "post.done",
                posting.number(),
                posting.summary().rows(),
                posting.summary().until(),
                posting.entries().size(),
                posting.summary().debits()));
        file.write(stream -> writer.write(actor(), posting.number(), wanted, stream));
        unwritten = Optional.empty();
        output.line(message("post.file", posting.number(), file));
    }

    /** What the program would not accept is refused before anything is posted. */
    private Posting post(PostingFormat wanted, PostingRequest request) {
        Postings service = require(postings);
        RequestKey used = request.key();
        if (service.posting(actor(), used).isEmpty()) {
            PostingPreview preview = service.preview(actor(), request.until());
            if (preview.missing().isEmpty()) {
                AccountFormatException.require(wanted, preview.lines());
            }
        }
        return service.post(request);
    }

    @Override
    String whereToLook(Exception failure) {
        return unwritten
                .map(posting -> " " + message("post.unwritten", posting.number(), format))
                .orElse("");
    }

    private void show(PostingPreview preview, Output output) {
        output.line(message("post.rows", preview.until(), preview.rows(), preview.debits()));
        if (preview.late() > 0) {
            output.line(message("post.late", preview.late()));
        }
        if (preview.undated() > 0) {
            output.line(message("post.undated", preview.undated()));
        }
        if (!preview.lines().isEmpty()) {
            table(PostingRows.HEADING, PostingRows.of(preview.lines()), output);
        }
        if (!preview.missing().isEmpty()) {
            output.line(message(
                    "post.missing",
                    preview.missing().stream().map(MissingAccount::toString).collect(Collectors.joining(", "))));
        }
        if (format != null && preview.missing().isEmpty()) {
            AccountFormatException.require(PostingFormat.parse(format), preview.lines());
        }
    }

    /** The lines of a posting as rows of a table. */
    static final class PostingRows {

        static final List<String> HEADING = List.of("date", "account", "description", "debit", "credit");

        private PostingRows() {}

        static List<List<Object>> of(List<PostingLine> lines) {
            List<List<Object>> rows = new ArrayList<>();
            for (PostingLine line : lines) {
                Money amount = line.amount();
                rows.add(List.of(
                        line.date(),
                        line.account().isEmpty() ? "?" : line.account(),
                        line.text(),
                        amount.isPositive() ? amount.amount() : "",
                        amount.isNegative() ? amount.negated().amount() : ""));
            }
            return rows;
        }
    }
}
