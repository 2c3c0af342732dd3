/** A sample school in the tables of Open Administration for Schools. The same seed always generates the same school. */
package org.openadmin.fees.itest.school;
