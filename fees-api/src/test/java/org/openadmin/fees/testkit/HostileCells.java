package org.openadmin.fees.testkit;

import java.util.stream.Stream;

/** Texts that a spreadsheet would run as a formula if a CSV file had them as they are. */
public final class HostileCells {

    private HostileCells() {}

    /** For {@code @MethodSource("org.openadmin.fees.testkit.HostileCells#texts")}. */
    public static Stream<String> texts() {
        return Stream.of(
                "=HYPERLINK(\"http://evil.example\",\"Click\")",
                "+1-306-555-0100",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(1+1)",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "\tTab",
                "  =1+1",
                "\u00a0=1+1",
                "\ufeff=1+1",
                "\u202e=1+1",
                "\"=1+1\"",
                "' =1+1",
                "＝1+1",
                "＋1+1",
                "－1+1",
                "＠SUM(1+1)",
                " ＝2+2",
                "＝2+2");
    }
}
