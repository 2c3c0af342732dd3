/** A sample school with the tables of Open Administration for Schools, the same for the same seed. */
package org.openadmin.fees.itest.school;
