package org.openadmin.fees.api.corrections;

/** Whether what was {@linkplain org.openadmin.fees.api.payments.SoldFee sold} with a payment came back when its receipt is voided. */
public enum SoldGoods {
    /** Not stated, which is right where nothing was sold. */
    NOT_STATED("not-stated"),
    /** The goods came back: what was sold is reversed. */
    RETURNED("returned"),
    /** The family keeps the goods: what was sold is owed. */
    KEPT("kept");

    private final String keyword;

    SoldGoods(String keyword) {
        this.keyword = keyword;
    }

    /** The word in the database and in commands. */
    public String keyword() {
        return keyword;
    }
}
