/**
 * E-mail over SMTP: the school's mail server, addresses, messages, and one connection that sends each message at most once.
 * Independent of invoices.
 */
package org.openadmin.fees.internal.mail;
