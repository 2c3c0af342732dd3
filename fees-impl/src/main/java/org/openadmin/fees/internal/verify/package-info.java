/** Checks the journal against the rules that always hold, and names each row that breaks one. */
package org.openadmin.fees.internal.verify;
