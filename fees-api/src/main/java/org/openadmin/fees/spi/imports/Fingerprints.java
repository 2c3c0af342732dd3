package org.openadmin.fees.spi.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;

/** By what a line is recognized in any file of its kind. */
public final class Fingerprints {

    private final Map<String, Integer> equal = new HashMap<>();

    private final String format;

    /** @param format separates the lines of different kinds of files */
    Fingerprints(String format) {
        this.format = format;
    }

    /** Of a transaction with an id of the bank, which is unique within its account. */
    static String of(String account, String id) {
        return digest("ofx\n" + account + "\n" + id);
    }

    /** Of the next line of a file without ids: equal ones of a day are counted. */
    String next(LocalDate day, Money amount, String text) {
        String content = day + "\n" + amount.toPlainString() + "\n" + text;
        return digest(format + "\n" + content + "\n" + equal.merge(content, 1, Integer::sum));
    }

    /**
     * The request key of the payment of a transaction.
     *
     * @param round how many imports of it were undone
     * @param voided how many payments it was before, which were voided
     */
    public static RequestKey paymentKey(String fingerprint, int round, int voided) {
        String again = voided == 0 ? "" : " " + voided;
        return new RequestKey(UUID.nameUUIDFromBytes(
                ("import " + fingerprint + " " + round + again).getBytes(StandardCharsets.UTF_8)));
    }

    private static String digest(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
