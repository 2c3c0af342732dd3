/** Brings the module's tables and the two views of the host's students up to date, and says what the host lacks. */
package org.openadmin.fees.internal.schema;
