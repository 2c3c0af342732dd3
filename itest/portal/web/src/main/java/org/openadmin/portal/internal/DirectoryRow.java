package org.openadmin.portal.internal;

/** One row of the portal's student list. */
record DirectoryRow(String number, String lastName, String firstName, String initial, String grade, String homeroom) {

    String givenNames() {
        return (firstName + " " + initial).strip();
    }
}
