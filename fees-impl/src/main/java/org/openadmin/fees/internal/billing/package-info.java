/** Predefined fees and assessments: rules, rows and services. */
package org.openadmin.fees.internal.billing;
