/** Architecture rules, checked against the compiled product. */
package org.openadmin.fees.itest.architecture;
