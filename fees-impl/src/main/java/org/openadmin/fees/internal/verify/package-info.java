/** Checks the journal against its rules, and names each row that breaks one. */
package org.openadmin.fees.internal.verify;
