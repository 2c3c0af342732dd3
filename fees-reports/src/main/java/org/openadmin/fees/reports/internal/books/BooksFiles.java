package org.openadmin.fees.reports.internal.books;

import java.io.IOException;
import java.io.OutputStream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.api.postings.AccountFormatException;
import org.openadmin.fees.api.postings.Posting;
import org.openadmin.fees.api.postings.PostingFiles;
import org.openadmin.fees.api.postings.PostingFormat;
import org.openadmin.fees.api.postings.PostingNumber;
import org.openadmin.fees.api.postings.Postings;
import org.openadmin.fees.api.postings.UnknownPostingException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes postings as files, from their stored lines and nothing else. */
@Component
public final class BooksFiles implements PostingFiles {

    private final Postings postings;

    @Activate
    public BooksFiles(@Reference Postings postings) {
        this.postings = postings;
    }

    @Override
    public Posting write(Actor reader, PostingNumber number, PostingFormat format, OutputStream out) {
        Posting posting = postings.posting(reader, number).orElseThrow(() -> new UnknownPostingException(number));
        AccountFormatException.require(format, posting.lines());
        EntryFormat writer = writer(format);
        try {
            out.write(writer.text(posting).getBytes(writer.charset()));
            out.flush();
        } catch (IOException e) {
            throw new DocumentException(Problem.OUTPUT, String.valueOf(e.getMessage()), e);
        }
        return posting;
    }

    private static EntryFormat writer(PostingFormat format) {
        return switch (format) {
            case SAGE50 -> new SageFormat();
            case IIF -> new IifFormat();
            case CSV -> new BooksCsvFormat();
        };
    }
}
