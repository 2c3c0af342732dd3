package org.openadmin.fees.itest.demo;

/** The demo cannot go on; the message is the sentence that the user reads. */
final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoException(String sentence) {
        super(sentence);
    }

    DemoException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
