package org.openadmin.fees.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeaderLinesTest {

    @Test
    void aHeaderIsOneLineThatReadsAsItIs() {
        assertThat(HeaderLines.one(" Invoice\r\nBcc: all@x\u2028\u202eoff\u200b "))
                .isEqualTo("Invoice  Bcc: all@x off");
    }

    @Test
    void aTextKeepsItsLines() {
        assertThat(HeaderLines.many("Good morning,\r\n\n\tCharlie\u202e\u0000\n"))
                .isEqualTo("Good morning,\n\n Charlie \n");
    }
}
