package org.openadmin.fees.internal.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A numbered file of SQL statements, each of which can run again after a crash in the middle of the script: the database commits
 * every change of a table at once. A statement ends with a semicolon at the end of a line; lines that begin with two dashes are
 * comments.
 *
 * @param version its number, from 1 without gaps
 */
record Script(int version, String name, List<Statement> statements) {

    /** In order. A new script is added at the end; a released one is never changed. */
    private static final List<String> FILES = List.of(
            "V1__tables.sql",
            "V2__indexes.sql",
            "V3__corrections.sql",
            "V4__lists.sql",
            "V5__runs.sql",
            "V6__balances.sql",
            "V7__references.sql",
            "V8__charged_before.sql",
            "V9__paid_id.sql",
            "V10__run_control.sql",
            "V11__messages.sql",
            "V12__other_receipts.sql",
            "V13__unprintable.sql",
            "V14__run_documents.sql",
            "V15__due_dates.sql",
            "V16__audit.sql",
            "V17__closings.sql",
            "V18__prices.sql",
            "V19__till.sql",
            "V20__past_days.sql",
            "V21__postings.sql",
            "V22__returned_payments.sql",
            "V23__reminders.sql",
            "V24__receipt_mail.sql",
            "V25__carried_forward.sql",
            "V26__mailed_documents.sql",
            "V27__payers.sql",
            "V28__carried_lists.sql",
            "V29__account_notes.sql",
            "V30__instalments.sql",
            "V31__payer_details.sql",
            "V32__catch_up.sql",
            "V33__imports.sql",
            "V34__covers.sql",
            "V35__sales.sql",
            "V36__fee_terms.sql",
            "V37__claimed_again.sql",
            "V38__class_payments.sql",
            "V39__reason_codes.sql");

    private static final String COMMENT = "--";
    private static final String SKIP = "-- skip when: ";

    /**
     * A statement of a script.
     *
     * @param skipWhen a query; when it finds a row, the statement would change nothing and is skipped to save time
     */
    record Statement(String sql, Optional<String> skipWhen) {}

    Script {
        statements = List.copyOf(statements);
    }

    static List<Script> all() {
        List<Script> scripts = new ArrayList<>();
        for (String file : FILES) {
            scripts.add(parse(scripts.size() + 1, file, read(file)));
        }
        return List.copyOf(scripts);
    }

    static Script parse(int version, String name, String text) {
        List<Statement> statements = new ArrayList<>();
        StringBuilder sql = new StringBuilder();
        Optional<String> skipWhen = Optional.empty();
        for (String line : text.lines().toList()) {
            if (line.startsWith(SKIP)) {
                skipWhen = Optional.of(line.substring(SKIP.length()));
            } else if (!line.startsWith(COMMENT)) {
                sql.append(line).append('\n');
                if (line.endsWith(";")) {
                    statements.add(
                            new Statement(sql.substring(0, sql.lastIndexOf(";")).strip(), skipWhen));
                    sql.setLength(0);
                    skipWhen = Optional.empty();
                }
            }
        }
        if (!sql.toString().isBlank()) {
            throw new IllegalArgumentException(name + " ends in the middle of a statement");
        }
        return new Script(version, name, statements);
    }

    private static String read(String file) {
        try (InputStream in = Script.class.getResourceAsStream("/db/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The bundle lacks db/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
