/** Reversals, waivers, voids and refunds: rules, rows and the service. */
package org.openadmin.fees.internal.corrections;
