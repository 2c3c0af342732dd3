/** Brings the module's tables and the two views of the portal's students up to date, and reports what the portal lacks. */
package org.openadmin.fees.internal.schema;
