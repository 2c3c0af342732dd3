package org.openadmin.fees.internal.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.openadmin.fees.spi.DocumentSettings;
import org.openadmin.fees.spi.InvalidSettingException;
import org.openadmin.fees.spi.InvalidSettingException.Problem;

/** Reads the settings of the documents: {@code paper}, {@code receipt.paper} and {@code templates}. */
final class DocumentKeys {

    private DocumentKeys() {}

    /** @throws InvalidSettingException for the first value that is not valid */
    static DocumentSettings read(ConfigValues values) {
        return new DocumentSettings(paper(values), receiptPaper(values), templates(values));
    }

    private static DocumentSettings.Paper paper(ConfigValues values) {
        String word = values.value("paper");
        try {
            return DocumentSettings.Paper.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException("paper", word, Problem.PAPER);
        }
    }

    private static DocumentSettings.ReceiptPaper receiptPaper(ConfigValues values) {
        String word = values.value("receipt.paper");
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "page" -> DocumentSettings.ReceiptPaper.PAGE;
            case "half-page" -> DocumentSettings.ReceiptPaper.HALF_PAGE;
            case "roll" -> DocumentSettings.ReceiptPaper.ROLL;
            default -> throw new InvalidSettingException("receipt.paper", word, Problem.RECEIPT_PAPER);
        };
    }

    private static Optional<Path> templates(ConfigValues values) {
        Optional<Path> folder = values.path("templates", Problem.FOLDER_PATH);
        folder.filter(path -> !isReadable(path)).ifPresent(path -> {
            throw new InvalidSettingException("templates", path.toString(), Problem.FOLDER_UNREADABLE);
        });
        return folder;
    }

    private static boolean isReadable(Path folder) {
        return Files.isDirectory(folder) && Files.isReadable(folder) && Files.isExecutable(folder);
    }
}
