/** Who has paid what: each fee by state, homeroom, grade and student. */
package org.openadmin.fees.internal.collection;
