/** Each document's rows, made from the records of the api. */
package org.openadmin.fees.reports.internal.documents;
