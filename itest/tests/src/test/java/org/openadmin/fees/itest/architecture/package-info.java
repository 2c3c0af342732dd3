/** The rules of the house, read from the compiled product. */
package org.openadmin.fees.itest.architecture;
