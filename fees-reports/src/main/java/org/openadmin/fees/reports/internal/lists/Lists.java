package org.openadmin.fees.reports.internal.lists;

import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;
import org.openadmin.fees.api.documents.ListFormat;

/** Begins the files of one format. */
record Lists(ListFormat format, ListTexts texts, ZoneId zone) {

    /** @param list the key of its title */
    ListFile open(String list, OutputStream out, List<Code> header) {
        return switch (format) {
            case CSV -> new CsvFile(out, header);
            case XLSX -> new WorkbookFile(out, texts.title(list), header, zone);
        };
    }
}
