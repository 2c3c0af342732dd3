/** The journal and its neighbours in the database. No entity leaves this package. */
package org.openadmin.fees.internal.jpa;
