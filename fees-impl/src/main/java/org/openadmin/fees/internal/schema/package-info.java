/**
 * Brings the module's tables and the two views of the portal's students up to date, and reports missing prerequisites of the
 * portal.
 */
package org.openadmin.fees.internal.schema;
