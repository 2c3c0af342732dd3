/** The rules of money as pure functions: no database, no container. */
package org.openadmin.fees.internal.domain;
