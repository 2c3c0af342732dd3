/** Who has paid what: the fees, the homerooms or grades of a fee, and its students. */
package org.openadmin.fees.ui.internal.collection;
