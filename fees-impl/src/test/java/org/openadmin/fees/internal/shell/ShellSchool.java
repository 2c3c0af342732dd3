package org.openadmin.fees.internal.shell;

import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

/** The in-memory office in which student 100 has the charges 1 and 2 and a credit of 10.00, and student 101 has nothing. */
final class ShellSchool {

    private ShellSchool() {}

    static MemoryOffice open() {
        MemoryOffice office = new MemoryOffice();
        StudentNumber ines = office.enrol(100, "Tremblay", "Inès", "9", "9A");
        office.enrol(101, "Wang", "Xiaoming", "9", "9A");
        office.charge(ines, "Lab fee", "10.00");
        office.charge(ines, "Locker", "15.00");
        office.add(JournalRow.of(EntryKind.ON_ACCOUNT, "-10.00").student(ines).on(Kit.DAY));
        return office;
    }
}
