package org.openadmin.fees.testkit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.imports.BankLineNumber;
import org.openadmin.fees.api.imports.ClaimRequest;
import org.openadmin.fees.api.imports.Claims;
import org.openadmin.fees.api.imports.ImportNumber;
import org.openadmin.fees.api.imports.NotUnclaimedException;
import org.openadmin.fees.api.imports.SendBackRequest;
import org.openadmin.fees.api.imports.UnclaimedMoney;
import org.openadmin.fees.api.imports.UnclaimedSum;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.testkit.MemoryBankLines.Line;

/** Unclaimed money. */
final class MemoryClaims implements Claims {

    private final MemoryBankLines lines;
    private final MemoryBooks books;
    private final MemoryClosings closings;
    private final Supplier<LocalDate> today;
    private final MemoryCalls calls;
    private final MemoryAuditLog audit;

    MemoryClaims(
            MemoryBankLines lines,
            MemoryBooks books,
            MemoryClosings closings,
            Supplier<LocalDate> today,
            MemoryCalls calls,
            MemoryAuditLog audit) {
        this.lines = lines;
        this.books = books;
        this.closings = closings;
        this.today = today;
        this.calls = calls;
        this.audit = audit;
    }

    @Override
    public Receipt claim(ClaimRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            return lines.receipt(calls.command(
                    request, request.key(), List.of("claim", request.line(), request.account()), Long.class, () -> {
                        Line line = open(request.line());
                        books.requireKnown(request.account());
                        LocalDate day = closings.lastDay()
                                .filter(last -> !line.bank.day().isAfter(last))
                                .map(last -> last.plusDays(1))
                                .orElse(line.bank.day());
                        long row = lines.receive(line, request.account(), day, request.actor());
                        line.claimed.add(row);
                        audit.done(
                                command,
                                Kind.RECEIPT,
                                lines.receipt(row).number().value());
                        return row;
                    }));
        });
    }

    private Line open(BankLineNumber number) {
        return lines.line(number.value()).filter(lines::isOpen).orElseThrow(() -> new NotUnclaimedException(number));
    }

    @Override
    public void sendBack(SendBackRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        audit.attempt(command, () -> {
            request.actor().require(Role.CASHIER);
            return calls.command(request, request.key(), List.of("back", request.line()), Integer.class, () -> {
                open(request.line()).sentBack = true;
                audit.done(command);
                return request.line().value();
            });
        });
    }

    @Override
    public List<UnclaimedMoney> unclaimed(Actor reader) {
        reader.require(Role.CASHIER);
        calls.query(Claims.class);
        return lines.lines().stream()
                .filter(lines::isOpen)
                .sorted(Comparator.comparing((Line line) -> line.bank.day()).thenComparing(line -> line.number))
                .map(line -> new UnclaimedMoney(
                        new BankLineNumber(line.number),
                        new ImportNumber(line.of.number),
                        line.bank.day(),
                        line.bank.amount(),
                        line.bank.text(),
                        Math.toIntExact(ChronoUnit.DAYS.between(line.bank.day(), today.get()))))
                .toList();
    }

    @Override
    public UnclaimedSum sum(Actor reader) {
        List<UnclaimedMoney> money = unclaimed(reader);
        return new UnclaimedSum(
                money.size(),
                money.stream().map(UnclaimedMoney::amount).reduce(books.zero(), Money::plus),
                money.isEmpty() ? 0 : money.get(0).age());
    }
}
