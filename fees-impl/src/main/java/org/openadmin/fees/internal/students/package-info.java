/** The portal's students, read through the module's two views. */
package org.openadmin.fees.internal.students;
