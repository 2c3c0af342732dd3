package org.openadmin.fees.spi.imports;

import java.time.LocalDate;
import org.openadmin.fees.api.Money;

/**
 * A transaction of the bank as it is in a file.
 *
 * @param line the line of the file in which it begins, from 1
 * @param dayColumn the name of the column or element of the day, for a day that is refused
 * @param amount positive if it was received, negative if it was paid out
 * @param fingerprint 64 characters by which it is recognized in any file
 */
public record BankLine(int line, String dayColumn, LocalDate day, Money amount, String text, String fingerprint) {}
