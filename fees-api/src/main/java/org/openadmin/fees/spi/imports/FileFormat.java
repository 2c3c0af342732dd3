package org.openadmin.fees.spi.imports;

import java.nio.charset.Charset;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.spi.Settings;

/** How files of one kind are written. Each has a class of its own. */
interface FileFormat {

    Charset charset();

    ImportedFile read(String text);

    static FileFormat of(ImportFile file, Settings settings, CsvTable.Reader csv) {
        return switch (file.kind()) {
            case BANK ->
                OfxFile.isOfx(file.content())
                        ? new OfxFile(OfxFile.charset(file.content()), settings.currency())
                        : new BankCsv(settings.imports(), settings.currency(), csv);
            case PAYMENTS -> new PaymentsCsv(settings, csv);
        };
    }
}
