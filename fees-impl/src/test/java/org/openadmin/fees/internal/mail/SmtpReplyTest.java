package org.openadmin.fees.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpReplyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "421 4.7.0 Try again later, closing connection",
                "450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents delivery",
                "450 4.7.1 Error: too much mail, slow down",
                "451 4.7.500 Server busy. Please try again later",
                "451 Requested action aborted: try again in 300 seconds",
                "452 4.5.3 Too many recipients",
                "450 Sending limit exceeded",
                "451 4.7.0 Temporary rate limited"
            })
    void aServerThatLimitsMessagesAsksToWait(String words) {
        assertThat(SmtpReply.toMessageNotTaken(code(words), words).asksToWait()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "450 4.2.0 mailbox busy, try again later",
                "452 4.2.2 The mailbox is over its limit",
                "450 4.2.0 Greylisted, try again later",
                "450 busy",
                "451 local error in processing",
                "550 5.7.1 rate limited",
                "450 4.1.2 Domain of the recipient not found: intelligence.example"
            })
    void aSingleAddressOrARejectionDoesNot(String words) {
        assertThat(SmtpReply.toMessageNotTaken(code(words), words).asksToWait()).isFalse();
    }

    private static int code(String words) {
        return Integer.parseInt(words.substring(0, 3));
    }
}
