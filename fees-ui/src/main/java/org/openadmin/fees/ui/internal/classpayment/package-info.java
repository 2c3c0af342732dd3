/** The page on which the money of a class is received. */
package org.openadmin.fees.ui.internal.classpayment;
