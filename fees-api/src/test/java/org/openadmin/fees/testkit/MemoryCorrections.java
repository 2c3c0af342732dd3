package org.openadmin.fees.testkit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RepeatedAmount;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnusualDate;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.billing.UnknownBatchException;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException.Subject;
import org.openadmin.fees.api.corrections.CashNotReturnedException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.Correction.Returned;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.MoveCredit;
import org.openadmin.fees.api.corrections.CorrectionRequest.PutTogether;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.Split;
import org.openadmin.fees.api.corrections.CorrectionRequest.TakeBack;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.UndoReturn;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.corrections.GoodsNotStatedException;
import org.openadmin.fees.api.corrections.IncompleteReceiptException;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.corrections.NotReturnedException;
import org.openadmin.fees.api.corrections.SoldGoods;
import org.openadmin.fees.api.corrections.TransferNotAllowedException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.ReturnSettings;
import org.openadmin.fees.spi.Settings;

/** Corrections: each decides, and then adds its rows. */
final class MemoryCorrections implements Corrections {

    private final MemoryLedger ledger;
    private final MemoryBooks books;
    private final MemoryAssessment assessments;
    private final MemoryRefunds refunds;
    private final MemoryReturns returns;
    private final MemorySplits splits;
    private final MemorySales sales;
    private final MemoryTransfers transfers;
    private final Supplier<Settings> settings;
    private final Supplier<Instant> now;
    private final Supplier<LocalDate> today;
    private final MemoryClosings closings;
    private final MemoryCalls calls;
    private final MemoryAuditLog audit;
    private final MemoryMoves moves;

    MemoryCorrections(
            MemoryLedger ledger,
            MemoryBooks books,
            MemoryAssessment assessments,
            MemoryRefunds refunds,
            MemoryReturns returns,
            MemorySplits splits,
            MemorySales sales,
            MemoryTransfers transfers,
            Supplier<Settings> settings,
            Supplier<Instant> now,
            Supplier<LocalDate> today,
            MemoryClosings closings,
            MemoryCalls calls,
            MemoryAuditLog audit,
            MemoryFamilies families) {
        this.ledger = ledger;
        this.books = books;
        this.assessments = assessments;
        this.refunds = refunds;
        this.returns = returns;
        this.splits = splits;
        this.sales = sales;
        this.transfers = transfers;
        this.settings = settings;
        this.now = now;
        this.today = today;
        this.closings = closings;
        this.calls = calls;
        this.audit = audit;
        moves = new MemoryMoves(ledger, books, families, settings);
    }

    /** @param rows adds the rows, and returns the correction with the numbers that are known only then */
    record Decision(Correction correction, Supplier<Correction> rows) {

        static Decision of(Correction correction, Runnable rows) {
            return new Decision(correction, () -> {
                rows.run();
                return correction;
            });
        }
    }

    @Override
    public Correction preview(CorrectionRequest request) {
        require(request);
        calls.query(Corrections.class);
        return calls.answer(request.key(), meaning(request))
                .map(Correction.class::cast)
                .orElseGet(() -> decide(request).correction());
    }

    @Override
    public Correction apply(CorrectionRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            require(request);
            return calls.command(request, request.key(), meaning(request), Correction.class, () -> {
                Decision decision = decide(request);
                Correction done = decision.rows().get();
                done.returned()
                        .flatMap(Returned::receivedAgain)
                        .ifPresentOrElse(
                                receipt -> audit.done(command, Kind.RECEIPT, receipt.value()),
                                () -> audit.done(command));
                return done;
            });
        });
    }

    private void require(CorrectionRequest request) {
        request.actor().require(settings.get().returns().needed(request));
        if (request instanceof VoidReceipt voiding && voiding.goods() == SoldGoods.RETURNED) {
            settings.get().payments().requireSeller(request.actor());
        }
    }

    @Override
    public Optional<Correction> find(Actor reader, RequestKey key) {
        reader.require(Role.VIEW);
        calls.query(Corrections.class);
        return calls.answer(key, Correction.class);
    }

    private static Object meaning(CorrectionRequest request) {
        Object subject;
        if (request instanceof Cancel cancel) {
            subject = cancel.charge();
        } else if (request instanceof Waive waive) {
            subject = List.of(waive.charge(), waive.amount(), waive.code());
        } else if (request instanceof Split split) {
            subject = List.of(split.charge(), split.parts());
        } else if (request instanceof PutTogether together) {
            subject = together.charge();
        } else if (request instanceof Undo undo) {
            subject = List.of(undo.batch(), undo.students());
        } else if (request instanceof VoidReceipt voiding) {
            subject = List.of(voiding.receipt(), voiding.goods());
        } else if (request instanceof ReturnPayment returned) {
            subject = List.of(returned.receipt(), returned.fee(), returned.cashOnlyUntil());
        } else if (request instanceof UndoReturn undone) {
            subject = undone.receipt();
        } else if (request instanceof MoveCredit move) {
            subject = List.of(move.from(), move.to(), move.amount());
        } else if (request instanceof Transfer transfer) {
            subject = List.of(transfer.charge(), transfer.payer());
        } else if (request instanceof TakeBack back) {
            subject = back.charge();
        } else {
            Refund refund = (Refund) request;
            subject = List.of(refund.student(), refund.amount());
        }
        return List.of(request.getClass(), subject, request.date());
    }

    Decision decide(CorrectionRequest request) {
        Decision decision = unasked(request);
        closings.requireOpen(request.date());
        UnusualDate.of(request.date(), today.get()).ifPresent(unusual -> unusual.requireConfirmed(request.confirmed()));
        if (request instanceof MoveCredit move) {
            moves.requireConfirmed(move);
        }
        if (request instanceof Refund refund) {
            books.repeated(RepeatedAmount.Kind.REFUND, refund.student(), refund.amount(), now.get())
                    .ifPresent(repeated -> repeated.requireConfirmed(refund.confirmed()));
        }
        return decision;
    }

    private Decision unasked(CorrectionRequest request) {
        if (request instanceof Cancel cancel) {
            return reverse(EntryKind.REVERSAL, uncorrected(cancel.charge(), cancel), cancel);
        }
        if (request instanceof Waive waive) {
            JournalEntry charge = uncorrected(waive.charge(), waive);
            if (!charge.isOutstanding()) {
                throw new ChargeSettledException(List.of(waive.charge()));
            }
            Decision decision = waive.amount()
                            .filter(amount -> !amount.equals(charge.total()))
                            .isPresent()
                    ? waivePart(charge, waive)
                    : reverse(EntryKind.WAIVER, charge, waive);
            settings.get().waivers().requireKnown(waive);
            return decision;
        }
        if (request instanceof Split split) {
            return split(split);
        }
        if (request instanceof PutTogether together) {
            return putTogether(together);
        }
        if (request instanceof Undo undo) {
            return undo(undo);
        }
        if (request instanceof ReturnPayment returned) {
            return returnPayment(returned);
        }
        if (request instanceof UndoReturn undone) {
            return undoReturn(undone);
        }
        if (request instanceof MoveCredit move) {
            return moveCredit(move);
        }
        if (request instanceof Transfer transfer) {
            return transfer(transfer);
        }
        if (request instanceof TakeBack back) {
            return takeBack(back);
        }
        return request instanceof VoidReceipt voiding ? voidReceipt(voiding) : refund((Refund) request);
    }

    private Decision transfer(Transfer request) {
        books.requireKnown(request.payer());
        JournalEntry charge =
                books.charge(request.charge()).orElseThrow(() -> new UnknownChargeException(List.of(request.charge())));
        requireDateFor(charge.date(), request);
        if (charge.student().orElseThrow().number() instanceof PayerNumber owner) {
            throw TransferNotAllowedException.ofAPayer(request.charge(), owner);
        }
        return transfers.transfer(request, uncorrected(request.charge(), request));
    }

    private Decision takeBack(TakeBack request) {
        if (books.charge(request.charge()).isEmpty()) {
            throw new UnknownChargeException(List.of(request.charge()));
        }
        requireDateFor(transfers.date(request), request);
        return transfers.takeBack(
                request, isCorrected(books.charge(transfers.payers(request)).orElseThrow()));
    }

    private Decision reverse(EntryKind kind, JournalEntry charge, CorrectionRequest request) {
        return reverse(kind, List.of(charge), request);
    }

    private Decision reverse(EntryKind kind, List<JournalEntry> charges, CorrectionRequest request) {
        Money paid = books.sum(
                charges.stream().filter(charge -> !charge.isOutstanding()).toList());
        Correction correction = new Correction(
                kind, request.date(), charges.size(), books.sum(charges).negated(), 0, books.zero(), paid);
        return Decision.of(correction, () -> {
            for (JournalEntry charge : charges) {
                long row = ledger.add(row(kind, charge.total().negated(), request)
                        .student(charge.student().orElseThrow())
                        .named(charge.name())
                        .reasonCode(request instanceof Waive waive ? waive.code() : Optional.empty())
                        .reverses(charge.id()));
                ledger.settle(charge.id(), OptionalLong.of(row));
            }
        });
    }

    private Decision split(Split request) {
        JournalEntry charge = uncorrected(request.charge(), request);
        if (!charge.isOutstanding()) {
            throw new ChargeSettledException(List.of(request.charge()));
        }
        List<SplitPart> parts = splits.parts(charge, request.parts(), request.date());
        Correction correction = rearranging(EntryKind.SPLIT, parts.size() + 1, books.zero(), request)
                .withParts(parts);
        return new Decision(
                correction,
                () -> correction.withParts(splits.split(charge, parts, (kind, total) -> row(kind, total, request))));
    }

    private Decision waivePart(JournalEntry charge, Waive request) {
        Money waived = request.amount().orElseThrow();
        if (waived.compareTo(charge.total()) > 0) {
            throw new InvalidInputException(
                    Field.AMOUNT,
                    Problem.MORE_THAN_CHARGE,
                    waived.toPlainString(),
                    charge.total().toPlainString());
        }
        List<SplitPart> parts = splits.parts(charge, waived);
        Correction correction =
                rearranging(EntryKind.WAIVER, 4, waived.negated(), request).withParts(parts);
        return new Decision(correction, () -> {
            List<SplitPart> made = splits.split(charge, parts, (kind, total) -> row(kind, total, request));
            JournalEntry part =
                    ledger.row(made.get(1).id().orElseThrow().value()).orElseThrow();
            reverse(EntryKind.WAIVER, part, request).rows().get();
            return correction.withParts(made);
        });
    }

    private Decision putTogether(PutTogether request) {
        JournalEntry named =
                books.charge(request.charge()).orElseThrow(() -> new UnknownChargeException(List.of(request.charge())));
        requireDateFor(named.date(), request);
        List<JournalEntry> parts = splits.openParts(request);
        Correction correction = rearranging(EntryKind.SPLIT, parts.size() + 1, books.zero(), request)
                .withParts(List.of(splits.again(parts)));
        return new Decision(
                correction,
                () -> correction.withParts(List.of(
                        splits.putTogether(parts, request.charge(), (kind, total) -> row(kind, total, request)))));
    }

    private Correction rearranging(EntryKind kind, int rows, Money amount, CorrectionRequest request) {
        return new Correction(kind, request.date(), rows, amount, 0, books.zero(), books.zero());
    }

    private JournalEntry uncorrected(ChargeId id, CorrectionRequest request) {
        JournalEntry charge = books.charge(id).orElseThrow(() -> new UnknownChargeException(List.of(id)));
        requireDateFor(charge.date(), request);
        if (isCorrected(charge)) {
            throw new AlreadyCorrectedException(Subject.CHARGE, id.value());
        }
        return charge;
    }

    /** Whether somebody owes the charge, or has paid it. */
    private boolean isLeft(JournalEntry charge) {
        boolean transferred = charge.settledBy().stream()
                .mapToObj(ledger::row)
                .flatMap(Optional::stream)
                .anyMatch(by -> by.kind() == EntryKind.TRANSFER);
        return transferred || !isCorrected(charge);
    }

    private boolean isCorrected(JournalEntry charge) {
        boolean arranged = charge.settledBy().stream()
                .mapToObj(ledger::row)
                .flatMap(Optional::stream)
                .anyMatch(by -> by.kind().rearranges());
        return arranged
                || ledger.correctionOf(charge.id(), EntryKind.REVERSAL, EntryKind.WAIVER)
                        .isPresent();
    }

    private Decision undo(Undo request) {
        LocalDate date =
                assessments.date(request.batch()).orElseThrow(() -> new UnknownBatchException(request.batch()));
        requireDateFor(Optional.of(date), request);
        List<JournalEntry> left = ledger.rows(EntryKind.CHARGE).stream()
                .filter(charge -> charge.batch().equals(Optional.of(request.batch())))
                .filter(charge ->
                        request.includes(charge.student().orElseThrow().number()))
                .flatMap(splits::withParts)
                .sorted(Comparator.comparing(JournalEntry::id))
                .filter(charge -> !isCorrected(charge))
                .toList();
        if (left.isEmpty()) {
            throw new AlreadyCorrectedException(
                    Subject.ASSESSMENT, request.batch().value());
        }
        requireDateFor(left.stream().flatMap(charge -> charge.date().stream()).max(Comparator.naturalOrder()), request);
        return reverse(EntryKind.REVERSAL, left, request);
    }

    /** The row of each account of a receipt. */
    private List<JournalEntry> validRows(ReceiptNumber receipt) {
        List<JournalEntry> numbered = books.receiptRows().stream()
                .filter(row -> row.receipt().equals(Optional.of(receipt)))
                .toList();
        if (numbered.isEmpty()) {
            throw new UnknownReceiptException(receipt);
        }
        if (numbered.stream().allMatch(row -> row.student().isEmpty())) {
            throw new IncompleteReceiptException(receipt);
        }
        List<JournalEntry> valid = numbered.stream()
                .filter(row -> row.student().isPresent())
                .filter(row -> row.voidedBy().isEmpty())
                .toList();
        JournalEntry first = valid.stream()
                .filter(row -> row.links().lead().isEmpty())
                .findFirst()
                .orElseThrow(() -> new AlreadyCorrectedException(Subject.RECEIPT, receipt.value()));
        return valid.stream()
                .filter(row -> row == first || row.links().lead().equals(OptionalLong.of(first.id())))
                .toList();
    }

    private List<JournalEntry> reopened(JournalEntry payment, CorrectionRequest request) {
        requireDateFor(payment.date(), request);
        AccountNumber student = payment.student().orElseThrow().number();
        Money worth = payment.total().negated().plus(books.rounding(payment));
        requireMoneySince(request, student, worth);
        return MemoryReopening.of(payment, worth, books.balance(student).credit(), ledger.rows(student))
                .charges();
    }

    private Decision voidReceipt(VoidReceipt request) {
        Map<JournalEntry, List<JournalEntry>> parts = new LinkedHashMap<>();
        validRows(request.receipt()).forEach(row -> parts.put(row, reopened(row, request)));
        List<JournalEntry> reopened =
                parts.values().stream().flatMap(List::stream).toList();
        List<JournalEntry> goods = goods(request, parts.keySet().iterator().next());
        List<JournalEntry> owed =
                reopened.stream().filter(charge -> !goods.contains(charge)).toList();
        Correction correction = new Correction(
                EntryKind.VOID,
                request.date(),
                parts.size(),
                books.sum(List.copyOf(parts.keySet())).negated(),
                owed.size(),
                books.sum(owed),
                books.sum(goods.stream()
                        .filter(charge -> !charge.isOutstanding() && !reopened.contains(charge))
                        .toList()),
                parts.entrySet().stream()
                        .flatMap(part -> otherReceipts(part.getKey(), part.getValue()).stream())
                        .distinct()
                        .sorted()
                        .toList());
        return Decision.of(correction, () -> {
            parts.forEach((row, opened) -> addVoid(row, opened, request));
            if (!goods.isEmpty()) {
                reverse(EntryKind.REVERSAL, goods, request).rows().get();
            }
        });
    }

    /** What was sold with a payment and came back. */
    private List<JournalEntry> goods(VoidReceipt request, JournalEntry payment) {
        List<JournalEntry> left = sales.pieces(payment.id()).stream()
                .flatMap(piece -> ledger.row(piece).stream())
                .flatMap(splits::withParts)
                .filter(charge -> !isCorrected(charge))
                .toList();
        if (!left.isEmpty() && request.goods() == SoldGoods.NOT_STATED) {
            throw new GoodsNotStatedException(request.receipt());
        }
        requireDateFor(left.stream().flatMap(charge -> charge.date().stream()).max(Comparator.naturalOrder()), request);
        return request.goods() == SoldGoods.RETURNED ? left : List.of();
    }

    private long addVoid(JournalEntry payment, List<JournalEntry> reopened, CorrectionRequest request) {
        boolean returned = request instanceof ReturnPayment;
        Locale language = settings.get().locale();
        long row = ledger.add(row(EntryKind.VOID, payment.total().negated(), request)
                .student(payment.student().orElseThrow())
                .named(returned ? MemoryWords.returned(language) : MemoryWords.voided(language))
                .returned(returned)
                .by(payment.method(), payment.reference())
                .reverses(payment.id()));
        ledger.correctionOf(payment.id(), EntryKind.ROUNDING)
                .ifPresent(rounded -> addRounding(books.rounding(payment), rounded.id(), payment.student(), request));
        reopened.forEach(charge -> ledger.settle(charge.id(), OptionalLong.empty()));
        return row;
    }

    private Decision returnPayment(ReturnPayment request) {
        List<JournalEntry> rows = validRows(request.receipt());
        JournalEntry payment = rows.stream()
                .filter(row -> !row.method().equals(Optional.of(PaymentMethod.CASH))
                        && !row.total().isZero())
                .findFirst()
                .orElseThrow(() -> new CashNotReturnedException(request.receipt()));
        Map<JournalEntry, List<JournalEntry>> parts = new LinkedHashMap<>();
        parts.put(payment, List.of());
        rows.forEach(row -> parts.put(row, reopened(row, request)));
        List<JournalEntry> reopened =
                parts.values().stream().flatMap(List::stream).toList();
        Optional<Price> fee = price(request);
        Money charged = fee.map(Price::total).orElseGet(books::zero);
        Money received = books.sum(rows).negated();
        AccountNumber student = payment.student().orElseThrow().number();
        Correction correction = new Correction(
                EntryKind.VOID,
                request.date(),
                rows.size() + (fee.isPresent() ? 1 : 0),
                received.plus(charged),
                reopened.size(),
                books.sum(reopened),
                books.zero(),
                parts.entrySet().stream()
                        .flatMap(part -> otherReceipts(part.getKey(), part.getValue()).stream())
                        .distinct()
                        .sorted()
                        .toList(),
                Optional.of(new Returned(
                        student, received, charged, request.cashOnlyUntil(), Optional.empty(), 0, books.zero())));
        return Decision.of(correction, () -> {
            List<MemoryReturns.Part> returned = new ArrayList<>();
            parts.forEach((row, opened) -> returned.add(new MemoryReturns.Part(
                    row.id(),
                    addVoid(row, opened, request),
                    opened.stream()
                            .sorted(Comparator.comparing((JournalEntry each) -> !isSettledBy(each, row))
                                    .thenComparing(JournalEntry::id))
                            .map(JournalEntry::id)
                            .toList())));
            OptionalLong charge =
                    fee.isPresent() ? OptionalLong.of(charge(request, student, fee.get())) : OptionalLong.empty();
            returns.add(new MemoryReturns.Return(returned, charge, request.cashOnlyUntil(), OptionalLong.empty()));
        });
    }

    private static boolean isSettledBy(JournalEntry charge, JournalEntry payment) {
        return charge.settledBy().equals(OptionalLong.of(payment.id()));
    }

    private Optional<Price> price(ReturnPayment request) {
        ReturnSettings configured = settings.get().returns();
        return request.fee().isZero()
                ? Optional.empty()
                : Optional.of(new MemoryPricing(settings.get().taxesOn(request.date()))
                        .price(new Fee(configured.feeName(), "", request.fee(), BigDecimal.ZERO, configured.taxes())));
    }

    private long charge(ReturnPayment request, AccountNumber student, Price price) {
        JournalRow row = row(EntryKind.CHARGE, price.total(), request)
                .student(ledger.student(student).orElseThrow())
                .due(request.date().plusDays(settings.get().dueDays()))
                .named(settings.get().returns().feeName())
                .about(MemoryWords.returnedReceipt(settings.get().locale(), request.receipt()))
                .subtotal(price.subtotal());
        price.taxes().forEach(row::tax);
        return ledger.add(row);
    }

    private Decision undoReturn(UndoReturn request) {
        MemoryReturns.Return returned =
                returns.open(request.receipt()).orElseThrow(() -> new NotReturnedException(request.receipt()));
        JournalEntry payment = ledger.row(returned.payment()).orElseThrow();
        requireDateFor(ledger.row(returned.voiding()).orElseThrow().date(), request);
        Optional<JournalEntry> charged =
                returned.fee().isPresent() ? ledger.row(returned.fee().getAsLong()) : Optional.empty();
        if (charged.filter(this::isCorrected).stream()
                .flatMap(splits::withParts)
                .anyMatch(this::isLeft)) {
            throw new AlreadyCorrectedException(
                    Subject.RETURN_FEE, charged.orElseThrow().id());
        }
        Optional<JournalEntry> fee = charged.filter(charge -> !isCorrected(charge));
        Money feeTotal = fee.map(JournalEntry::total).orElseGet(books::zero);
        Money toCredit = fee.filter(charge -> !charge.isOutstanding())
                .map(JournalEntry::total)
                .orElseGet(books::zero);
        AccountNumber student = payment.student().orElseThrow().number();
        Map<JournalEntry, List<JournalEntry>> settled = new LinkedHashMap<>();
        for (MemoryReturns.Part part : returned.parts()) {
            JournalEntry row = ledger.row(part.payment()).orElseThrow();
            AccountNumber account = row.student().orElseThrow().number();
            Money credit = books.balance(account).credit().plus(account.equals(student) ? toCredit : books.zero());
            List<JournalEntry> charges =
                    returns.settling(part, row.total().negated().plus(credit));
            if (!row.total().isZero() || !charges.isEmpty()) {
                settled.put(row, charges);
            }
        }
        Money received = books.sum(List.copyOf(settled.keySet())).negated();
        Correction correction = undone(request, student, received, feeTotal, toCredit, settled, Optional.empty());
        return new Decision(correction, () -> {
            fee.ifPresent(charge ->
                    reverse(EntryKind.REVERSAL, charge, request).rows().get());
            ReceiptNumber number = new ReceiptNumber(books.nextReceipt());
            returns.undone(returned, receiveAgain(settled, number, request));
            return undone(request, student, received, feeTotal, toCredit, settled, Optional.of(number));
        });
    }

    /** @return the first row of the new receipt */
    private long receiveAgain(
            Map<JournalEntry, List<JournalEntry>> settled, ReceiptNumber number, CorrectionRequest request) {
        List<Long> rows = new ArrayList<>();
        settled.forEach((payment, charges) -> {
            JournalRow row = row(charges.isEmpty() ? EntryKind.ON_ACCOUNT : EntryKind.PAYMENT, payment.total(), request)
                    .student(payment.student().orElseThrow())
                    .named(MemoryWords.payment(settings.get().locale()))
                    .about(charges.stream()
                            .map(charge -> String.valueOf(charge.id()))
                            .collect(Collectors.joining(",")))
                    .receipt(Math.toIntExact(number.value()))
                    .by(payment.method(), payment.reference());
            long id = ledger.add(rows.isEmpty() ? row : row.lead(rows.get(0)));
            rows.add(id);
            charges.forEach(charge -> ledger.settle(charge.id(), OptionalLong.of(id)));
        });
        return rows.get(0);
    }

    private Correction undone(
            UndoReturn request,
            AccountNumber student,
            Money received,
            Money fee,
            Money toCredit,
            Map<JournalEntry, List<JournalEntry>> settled,
            Optional<ReceiptNumber> again) {
        List<JournalEntry> charges =
                settled.values().stream().flatMap(List::stream).toList();
        return new Correction(
                EntryKind.PAYMENT,
                request.date(),
                settled.size() + (fee.isZero() ? 0 : 1),
                received.plus(fee).negated(),
                0,
                books.zero(),
                toCredit,
                List.of(),
                Optional.of(new Returned(
                        student, received, fee, Optional.empty(), again, charges.size(), books.sum(charges))));
    }

    private List<ReceiptNumber> otherReceipts(JournalEntry payment, List<JournalEntry> reopened) {
        return reopened.stream()
                .map(charge -> charge.settledBy().orElseThrow())
                .filter(by -> by != payment.id())
                .distinct()
                .flatMap(by -> ledger.row(by).flatMap(JournalEntry::receipt).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Decision refund(Refund request) {
        CashRounding cash = settings.get().payments().rounding(request.method());
        cash.requirePayable(request.amount());
        requireDateFor(Optional.empty(), request);
        books.requireKnown(request.student());
        Money credit = books.balance(request.student()).credit();
        boolean whole = credit.isPositive() && cash.sum(credit).equals(request.amount());
        Money rounding = whole ? cash.difference(credit) : books.zero();
        Money used = request.amount().plus(rounding);
        if (credit.compareTo(used) < 0) {
            throw new NotEnoughCreditException(request.amount(), credit.isNegative() ? books.zero() : credit);
        }
        requireCreditSince(request, request.student(), used);
        Correction correction =
                new Correction(EntryKind.REFUND, request.date(), 1, request.amount(), 0, books.zero(), books.zero());
        return Decision.of(correction, () -> {
            Optional<StudentSnapshot> student = ledger.student(request.student());
            long row = ledger.add(row(EntryKind.REFUND, request.amount(), request)
                    .student(student.orElseThrow())
                    .named(MemoryWords.refund(settings.get().locale()))
                    .by(request.method(), request.reference()));
            refunds.paidOut(request.key(), row);
            if (!rounding.isZero()) {
                addRounding(rounding, row, student, request);
            }
        });
    }

    private Decision moveCredit(MoveCredit request) {
        requireDateFor(Optional.empty(), request);
        moves.requireCredit(request);
        requireCreditSince(request, request.from(), request.amount());
        return Decision.of(
                new Correction(EntryKind.MOVE, request.date(), 2, books.zero(), 0, books.zero(), books.zero()),
                () -> moves.add(
                        request,
                        row(EntryKind.MOVE, request.amount(), request),
                        row(EntryKind.MOVE, request.amount().negated(), request)));
    }

    private void addRounding(Money total, long of, Optional<StudentSnapshot> student, CorrectionRequest request) {
        ledger.add(row(EntryKind.ROUNDING, total, request)
                .about("")
                .student(student.orElseThrow())
                .named(MemoryWords.rounding(settings.get().locale()))
                .reverses(of));
    }

    private JournalRow row(EntryKind kind, Money total, CorrectionRequest request) {
        return JournalRow.of(kind, total)
                .on(request.date())
                .about(request.reason())
                .recorded(request.actor().name(), Optional.of(now.get()));
    }

    private void requireDateFor(Optional<LocalDate> corrected, CorrectionRequest request) {
        if (corrected.filter(request.date()::isBefore).isPresent()) {
            throw new InvalidInputException(
                    Field.DATE, Problem.OUT_OF_RANGE, request.date().toString());
        }
        LocalDate latest = corrected.filter(today.get()::isBefore).orElseGet(today);
        DateNotAllowedException.requireNotAfter(latest, request.date(), Limit.CORRECTION_TOO_LATE);
    }

    /** On each day from the date of the refund or move on, the credit must have been enough. */
    private void requireCreditSince(CorrectionRequest request, AccountNumber account, Money used) {
        if (!request.date().isBefore(today.get())) {
            return;
        }
        List<JournalEntry> rows = ledger.rows(account);
        Optional<LocalDate> lastShort = Stream.concat(
                        Stream.of(request.date()), rows.stream().map(this::usedOrAdded))
                .filter(day -> !day.isBefore(request.date()))
                .filter(day -> creditOn(day, rows).compareTo(used) < 0)
                .max(Comparator.naturalOrder());
        lastShort.ifPresent(day -> {
            LocalDate since = rows.stream()
                    .map(this::usedOrAdded)
                    .filter(day::isBefore)
                    .min(Comparator.naturalOrder())
                    .filter(today.get()::isAfter)
                    .orElseGet(today);
            throw new DateNotAllowedException(Limit.REFUND_BEFORE_CREDIT, request.date(), since);
        });
    }

    /** On each day from the date of the void on, the money must be there without that of the receipt. */
    private void requireMoneySince(CorrectionRequest request, AccountNumber student, Money received) {
        List<JournalEntry> money = ledger.rows(student).stream()
                .filter(row -> row.kind().isReceipt()
                        || row.kind() == EntryKind.VOID
                        || row.kind() == EntryKind.REFUND
                        || row.kind() == EntryKind.MOVE
                        || row.kind() == EntryKind.ROUNDING)
                .toList();
        List<LocalDate> days = Stream.concat(
                        Stream.of(request.date()), money.stream().map(MemoryBooks::day))
                .sorted()
                .distinct()
                .filter(day -> !day.isBefore(request.date()))
                .toList();
        LocalDate since = request.date();
        boolean enoughNow = false;
        for (LocalDate day : days) {
            Money there = books.sum(money.stream()
                            .filter(row -> !MemoryBooks.day(row).isAfter(day))
                            .toList())
                    .negated();
            boolean enough = there.compareTo(received) >= 0;
            since = enough && !enoughNow ? day : since;
            enoughNow = enough;
        }
        if (enoughNow && since.isAfter(request.date()) && request.date().isBefore(today.get())) {
            throw new DateNotAllowedException(Limit.VOID_BEFORE_MONEY, request.date(), since);
        }
    }

    private Money creditOn(LocalDate day, List<JournalEntry> rows) {
        return books.sum(rows.stream()
                        .filter(row -> !row.isOutstanding())
                        .filter(row -> !usedOrAdded(row).isAfter(day))
                        .toList())
                .negated();
    }

    /** The day on which a row added credit, or on which a charge used it. */
    private LocalDate usedOrAdded(JournalEntry row) {
        Optional<JournalEntry> settling = row.settledBy().isPresent()
                ? ledger.row(row.settledBy().getAsLong()).filter(by -> by.kind() != EntryKind.REVERSAL)
                : Optional.empty();
        return MemoryBooks.day(settling.orElse(row));
    }
}
