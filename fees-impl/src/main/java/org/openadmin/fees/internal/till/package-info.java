/** From the hand to the bank: the drawers, their counts, and the deposits. */
package org.openadmin.fees.internal.till;
