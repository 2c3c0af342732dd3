/** Notes on accounts. */
package org.openadmin.fees.internal.notes;
