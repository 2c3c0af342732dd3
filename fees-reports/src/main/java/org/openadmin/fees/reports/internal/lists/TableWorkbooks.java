package org.openadmin.fees.reports.internal.lists;

import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Workbooks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes tables with the headings that they are given. */
@Component
public final class TableWorkbooks implements Workbooks {

    private final Clock clock;

    @Activate
    public TableWorkbooks(@Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.clock = clock;
    }

    @Override
    public void write(String title, List<String> headings, List<? extends List<?>> rows, OutputStream out) {
        WorkbookFile file =
                new WorkbookFile(out, title, headings.stream().map(Code::same).toList(), clock.getZone());
        rows.forEach(file::row);
        file.end();
    }
}
