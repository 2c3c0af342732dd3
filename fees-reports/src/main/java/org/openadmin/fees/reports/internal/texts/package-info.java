/** The texts, dates and amounts of documents, and the characters that the fonts contain. */
package org.openadmin.fees.reports.internal.texts;
