package org.openadmin.fees.internal.invoicing;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.openadmin.fees.spi.InvoiceDocument;

/** The SHA-256 digests of documents: two documents with the same one are the same to the byte. */
final class DocumentDigest {

    private DocumentDigest() {}

    /** The digest of a document that is complete, in 64 hexadecimal digits. */
    static String of(InvoiceDocument document) {
        MessageDigest digest = digest();
        document.writeTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            // every Java has it
            throw new IllegalStateException(e);
        }
    }
}
