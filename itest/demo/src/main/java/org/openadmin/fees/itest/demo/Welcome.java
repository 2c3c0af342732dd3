package org.openadmin.fees.itest.demo;

import java.net.URI;

/** What a newcomer reads when everything runs. */
final class Welcome {
    private Welcome() {}

    static String text(URI address, DataDirectory data) {
        return """

                The demo is ready:  %s

                Log in as (the password is the name)
                  clerk     bills students and looks at everything
                  cashier   takes payments
                  admin     may do everything
                  viewer    looks, and changes nothing
                  nobody    has no right in the fees module
                  counsellor, parent
                            use other modules of the portal, which ask this one for balances

                Try first, as admin
                  1. Fees, Predefined fees: add one, with the taxes GST and PST
                  2. Fees, Assess fees: charge it to the students of grades 9 and 10
                  3. Fees, Payments: find a student, tick a charge, accept the money, print the receipt
                  4. Fees, Invoices: print what is outstanding

                The same without a browser, in another terminal:  ./fees shell 'fees:status'
                Configuration, live:  %s
                Ctrl-C stops everything; the data stays in %s
                """.formatted(address, data.portal().resolve("etc/org.openadmin.fees.cfg"), data);
    }
}
