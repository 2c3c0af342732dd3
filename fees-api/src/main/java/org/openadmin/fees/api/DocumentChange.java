package org.openadmin.fees.api;

/** What has changed in a document since it was first printed. */
public enum DocumentChange {
    /** The school's details, its logo, its template or another setting that the document shows. */
    SETTINGS,
    /** The guardian or the postal address of a student. */
    ADDRESS,
    /** A student is no longer in the host's records, so guardian and address are missing. */
    UNKNOWN_STUDENT,
    /** None of the above: the module draws the same document in another way, usually since an update. */
    DRAWING;

    /** Whether the change concerns only the documents of some students. */
    public boolean isOfStudents() {
        return this == ADDRESS || this == UNKNOWN_STUDENT;
    }
}
