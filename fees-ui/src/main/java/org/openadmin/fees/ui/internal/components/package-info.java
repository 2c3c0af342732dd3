/** Fields, links, banners and other parts that several pages share. */
package org.openadmin.fees.ui.internal.components;
