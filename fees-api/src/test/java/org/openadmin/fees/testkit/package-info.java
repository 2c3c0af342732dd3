/**
 * The test kit: an in-memory office with all services of the api, and the contract tests that it and the implementation on
 * MariaDB must pass. Other modules use it as a test-jar.
 */
package org.openadmin.fees.testkit;
