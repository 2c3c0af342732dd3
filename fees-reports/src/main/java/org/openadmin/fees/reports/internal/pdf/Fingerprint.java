package org.openadmin.fees.reports.internal.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;

/** A digest of several values: equal values have equal digests, and no others have in practice. */
public final class Fingerprint {

    private final MessageDigest digest;

    public Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            // every Java has it
            throw new IllegalStateException(e);
        }
    }

    /** Adds a value and its length, so that {@code ab, c} differs from {@code a, bc}. */
    public Fingerprint add(byte[] value) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, value.length));
        digest.update(value);
        return this;
    }

    public Fingerprint add(Object value) {
        return add(value.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Adds the values and their number. */
    public Fingerprint addAll(Collection<String> values) {
        add(values.size());
        values.forEach(this::add);
        return this;
    }

    /** The 32 bytes of the digest; nothing can be added afterwards. */
    byte[] bytes() {
        return digest.digest();
    }

    /** The digest in 64 hexadecimal digits; nothing can be added afterwards. */
    public String text() {
        return HexFormat.of().formatHex(bytes());
    }
}
