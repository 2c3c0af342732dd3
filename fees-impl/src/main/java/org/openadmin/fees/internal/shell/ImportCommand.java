package org.openadmin.fees.internal.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportKind;
import org.openadmin.fees.api.imports.ImportLine;
import org.openadmin.fees.api.imports.ImportLine.Outcome;
import org.openadmin.fees.api.imports.ImportPreview;
import org.openadmin.fees.api.imports.ImportRefusedException;
import org.openadmin.fees.api.imports.ImportRequest;
import org.openadmin.fees.api.imports.Imports;
import org.openadmin.fees.api.imports.PostedImport;
import org.openadmin.fees.spi.messages.ImportProblems;

/** The command {@code fees:import}. */
@Service
@Command(
        scope = "fees",
        name = "import",
        description = "Imports a file of the bank, or of payments, from the export folder")
public final class ImportCommand extends FileCommand {

    @Reference(optional = true)
    Imports imports;

    @Argument(
            name = "kind",
            description = "bank or payments, and the name of the file",
            required = true,
            multiValued = true)
    List<String> words = List.of();

    @Option(name = "--dry-run", description = "Shows what would be imported, and saves nothing")
    boolean dryRun;

    @Option(
            name = "--accept",
            description = "The lines of the file whose suggested accounts are right, as in 3,7: they become payments")
    String accepted;

    @Option(name = "--key", description = "A UUID for this request: sent twice, it is done once")
    String key;

    public ImportCommand() {}

    ImportCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.CASHIER;
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        if (arguments.size() != 2) {
            throw new UsageException("usage.import");
        }
        ImportKind kind = ImportKind.parse(arguments.get(0));
        ImportFile file = read(kind, folder().existing(arguments.get(1)));
        List<Integer> lines = accepted();
        if (key != null && !dryRun && (lines.isEmpty() || isAnswered())) {
            post(file, Map.of(), output);
            return;
        }
        ImportPreview preview = require(imports).preview(actor(), file);
        if (!preview.problems().isEmpty()) {
            ImportProblems texts = new ImportProblems(texts().locale());
            preview.problems().forEach(problem -> output.line(texts.of(problem)));
            throw new ImportRefusedException(preview.problems());
        }
        Map<Integer, AccountNumber> accounts = accounts(lines, preview);
        if (!preview.canBePosted() && preview.earlier().isPresent()) {
            PostedImport earlier = preview.earlier().get();
            LocalDate day = LocalDate.ofInstant(earlier.at(), require(clock).getZone());
            output.line(message("import.earlier", earlier.number(), day));
        } else if (dryRun) {
            show(preview, output);
        } else {
            post(file, accounts, output);
        }
    }

    /** Whether a request with the key was posted: then nothing in the file is a suggestion any more. */
    private boolean isAnswered() {
        return require(imports).find(actor(), requestKey(key)).isPresent();
    }

    private List<Integer> accepted() {
        return accepted == null
                ? List.of()
                : Stream.of(accepted.split(",")).map(ImportCommand::line).toList();
    }

    private static int line(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new UsageException(e, "import.no-suggestion", text.strip());
        }
    }

    /** The accounts of these suggestions. */
    private static Map<Integer, AccountNumber> accounts(List<Integer> lines, ImportPreview preview) {
        Map<Integer, AccountNumber> accounts = new HashMap<>();
        for (int line : lines) {
            accounts.put(
                    line,
                    preview.lines(Outcome.SUGGESTED).stream()
                            .filter(each -> each.line() == line)
                            .flatMap(each -> each.account().stream())
                            .findFirst()
                            .orElseThrow(() -> new UsageException("import.no-suggestion", String.valueOf(line)))
                            .number());
        }
        return accounts;
    }

    private void show(ImportPreview preview, Output output) {
        table(
                List.of("line", "date", "amount", "outcome", "account", "text"),
                preview.lines().stream().map(this::row).toList(),
                output);
        output.line(counts(preview));
        output.line(message("import.dry-run"));
    }

    private List<Object> row(ImportLine line) {
        return List.of(
                line.line(),
                line.day(),
                line.amount().amount(),
                outcome(line.outcome()),
                line.account().map(account -> String.valueOf(account.number())).orElse(""),
                line.text());
    }

    private String outcome(Outcome outcome) {
        return message(
                switch (outcome) {
                    case CERTAIN -> "import.outcome.certain";
                    case SUGGESTED -> "import.outcome.suggested";
                    case UNCLAIMED -> "import.outcome.unclaimed";
                    case KNOWN -> "import.outcome.known";
                    case PAID_OUT -> "import.outcome.paid-out";
                });
    }

    /** How many lines have each outcome, and their sum. */
    private String counts(ImportPreview preview) {
        return preview.lines().stream()
                .map(ImportLine::outcome)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .map(outcome -> {
                    List<ImportLine> lines = preview.lines(outcome);
                    Money sum = lines.stream()
                            .map(ImportLine::amount)
                            .reduce(Money::plus)
                            .orElseThrow();
                    return message("import.count", outcome(outcome), lines.size(), sum);
                })
                .collect(Collectors.joining(", "));
    }

    private void post(ImportFile file, Map<Integer, AccountNumber> accounts, Output output) {
        PostedImport posted = require(imports).post(new ImportRequest(requestKey(key), actor(), file, accounts));
        output.line(message(
                "import.posted",
                posted.number(),
                posted.lines(),
                posted.total(),
                posted.receipts(),
                posted.unclaimed()));
    }

    private static ImportFile read(ImportKind kind, Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            // one byte more than is allowed, so that a larger file is refused and not cut
            return new ImportFile(kind, path.getFileName().toString(), in.readNBytes(ImportFile.MAX_BYTES + 1));
        } catch (IOException e) {
            throw new UsageException(e, "file.failed", path, e.getMessage());
        }
    }
}
