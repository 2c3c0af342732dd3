/** Finding a student, the student header, and choosing groups of students. */
package org.openadmin.fees.ui.internal.students;
