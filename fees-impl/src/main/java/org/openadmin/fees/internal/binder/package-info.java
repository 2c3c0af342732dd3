/** The auditor's binder: what happened in a period, read in one snapshot. */
package org.openadmin.fees.internal.binder;
