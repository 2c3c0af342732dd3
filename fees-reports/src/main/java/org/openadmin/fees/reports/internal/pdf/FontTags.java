package org.openadmin.fees.reports.internal.pdf;

import java.io.Serial;
import java.security.SecureRandom;
import java.util.Random;

/**
 * The source of the six letters before the name of each font in a file. OpenPDF draws them at random; here they depend on the
 * document alone, so that the same document is the same file. OpenPDF's fonts are shared by all documents, and each document is
 * written by a thread of its own, so the letters belong to the thread.
 */
final class FontTags extends SecureRandom {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final ThreadLocal<Random> OF_DOCUMENT = new ThreadLocal<>();

    static final FontTags SHARED = new FontTags();

    private FontTags() {}

    /** Begins the document that this thread writes, the last thing that the thread does. */
    static void begin(long document) {
        OF_DOCUMENT.set(new Random(document));
    }

    @Override
    public void nextBytes(byte[] bytes) {
        Random letters = OF_DOCUMENT.get();
        if (letters == null) {
            super.nextBytes(bytes);
        } else {
            letters.nextBytes(bytes);
        }
    }
}
