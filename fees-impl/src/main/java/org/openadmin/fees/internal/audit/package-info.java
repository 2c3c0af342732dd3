/** The audit log, for reading. Its lines are added by {@link org.openadmin.fees.internal.persistence.AuditTrail}. */
package org.openadmin.fees.internal.audit;
