package org.openadmin.fees.api;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sorts grades, homerooms and sections in their natural order: K, 1, 2 … 10, 10A, 10B. Letters come before digits. */
public final class NaturalOrder implements Comparator<String> {

    private static final Pattern PART = Pattern.compile("\\d{1,9}|\\D+|\\d+");

    @Override
    public int compare(String left, String right) {
        Matcher a = PART.matcher(left);
        Matcher b = PART.matcher(right);
        while (true) {
            boolean more = a.find();
            if (more != b.find()) {
                return more ? 1 : -1;
            }
            if (!more) {
                return left.compareTo(right);
            }
            int order = part(a.group(), b.group());
            if (order != 0) {
                return order;
            }
        }
    }

    private static int part(String left, String right) {
        boolean figures = Character.isDigit(left.charAt(0));
        if (figures != Character.isDigit(right.charAt(0))) {
            return figures ? 1 : -1;
        }
        return figures
                ? Integer.compare(Integer.parseInt(left), Integer.parseInt(right))
                : left.compareToIgnoreCase(right);
    }
}
