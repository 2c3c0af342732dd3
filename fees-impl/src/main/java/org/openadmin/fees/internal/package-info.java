/** The implementation of the api, one package for each task of the office. */
package org.openadmin.fees.internal;
