package org.openadmin.fees.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;

class AuditedCommandTest {

    @Test
    void theReasonIsTheNameOfTheErrorAndNothingThatWasEntered() {
        assertThat(AuditedCommand.reason(new NotAllowedException("ann", Role.BILL)))
                .isEqualTo("not-allowed");
        assertThat(AuditedCommand.reason(new RequestKeyReusedException(RequestKey.fresh())))
                .isEqualTo("request-key-reused");
        assertThat(AuditedCommand.reason(new InvalidInputException(
                        InvalidInputException.Field.REASON,
                        InvalidInputException.Problem.TOO_LONG,
                        "Inès’ parents are divorced")))
                .isEqualTo("invalid-input");
    }

    @Test
    void aNameIsCutBetweenCharactersAndNeverWithin() {
        String faces = "\ud83d\ude00".repeat(100);

        assertThat(AuditedCommand.user("ann")).isEqualTo("ann");
        assertThat(AuditedCommand.user(faces)).isEqualTo("\ud83d\ude00".repeat(64));
        assertThat(AuditedCommand.user("x" + faces)).isEqualTo("x" + "\ud83d\ude00".repeat(63));
        assertThat(AuditedCommand.user("ann\u202e")).isEqualTo("ann<U+202E>");
        assertThat(AuditedCommand.user("\u0000".repeat(99))).hasSize(AuditEntry.MAX_USER_LENGTH);
    }

    @Test
    void aSubjectIsReadAsPeopleAndAddressesWriteIt() {
        AuditSubject receipt = new AuditSubject(Kind.RECEIPT, 12);

        assertThat(Stream.of("receipt 12", " Receipt 12 ", "receipt:12", "receipt-12", "receipt: 12"))
                .allSatisfy(text -> assertThat(AuditSubject.read(text)).contains(receipt));
        assertThat(AuditSubject.read(receipt.toString())).contains(receipt);
        assertThat(AuditSubject.read("student -5")).contains(new AuditSubject(Kind.STUDENT, -5));
        assertThat(Stream.of(
                        "", "12", "receipt", "receipt x", "gold 12", "receipt 12 13", "receipt 99999999999999999999"))
                .allSatisfy(text -> assertThat(AuditSubject.read(text)).isEmpty());
    }

    @Test
    void eachCodeIsFoundAndFitsItsColumn() {
        assertThat(AuditOperation.values()).allSatisfy(each -> {
            assertThat(AuditOperation.find(each.code())).contains(each);
            assertThat(each.code()).hasSizeLessThanOrEqualTo(20);
        });
        assertThat(AuditOutcome.values())
                .allSatisfy(each -> assertThat(AuditOutcome.find(each.code())).contains(each));
        assertThat(Kind.values()).allSatisfy(each -> {
            assertThat(Kind.find(each.code())).contains(each);
            assertThat(each.code()).hasSizeLessThanOrEqualTo(12);
        });
        assertThat(AuditOperation.find("nonsense")).isEqualTo(Optional.empty());
    }
}
