/** The words, dates and amounts of documents, and the characters that their fonts can draw. */
package org.openadmin.fees.reports.internal.texts;
