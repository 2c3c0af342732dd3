/** Posting to the books: each row of the journal once, in double entry. */
package org.openadmin.fees.internal.postings;
