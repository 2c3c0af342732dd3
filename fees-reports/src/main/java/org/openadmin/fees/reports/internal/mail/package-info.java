/** E-mail over SMTP: addresses, messages, and one connection that hands each message over at most once. Knows nothing of invoices. */
package org.openadmin.fees.reports.internal.mail;
