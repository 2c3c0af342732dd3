package org.openadmin.fees.api.billing;

/** The number of an assessment, shared by all charges that it created. */
public record BatchNumber(long value) implements Comparable<BatchNumber> {

    @Override
    public int compareTo(BatchNumber other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
