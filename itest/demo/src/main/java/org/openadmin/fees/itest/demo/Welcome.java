package org.openadmin.fees.itest.demo;

import java.net.URI;

/** The text printed when the demo is ready. */
final class Welcome {
    private Welcome() {}

    static String text(URI address, DataDirectory data) {
        return """

                The demo is ready:  %s

                Log in as (the password is the name)
                  clerk     bills students and sees everything
                  cashier   takes payments
                  admin     can do everything
                  viewer    sees everything and changes nothing
                  nobody    has no role in the fees module
                  parent    sees the fees of two children, students 704 and 710
                  counsellor
                            uses another module of the portal, which asks this one what is due

                Try first, as admin
                  1. Fees, Predefined fees: add a fee with GST and PST
                  2. Fees, Assess fees: charge it to grades 9 and 10
                  3. Fees, Payments: find a student, accept the payment, print the receipt
                  4. Fees, Invoices: print what is outstanding

                The same without a browser, in another terminal:  ./fees shell 'fees:status'
                Configuration (changes take effect at once):  %s
                Files of shell commands (--out):  %s
                Ctrl-C stops everything; the data is kept in %s
                """.formatted(address, data.portal().resolve("etc/org.openadmin.fees.cfg"), data.exports(), data);
    }
}
