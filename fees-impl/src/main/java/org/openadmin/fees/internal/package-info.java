/** The service components: they check, run one transaction, and hand out records. */
package org.openadmin.fees.internal;
