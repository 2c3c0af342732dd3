/** Payers: who they are and how they are reached. */
package org.openadmin.fees.internal.payers;
