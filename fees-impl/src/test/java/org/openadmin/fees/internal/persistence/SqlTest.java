package org.openadmin.fees.internal.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqlTest {

    @Test
    void sendsTextsAndAmountsAndDatesAsParametersAndWholeNumbersAsDigits() {
        SqlText rendered = Sql.of("SELECT :text, :amount, :date, :number, :nothing, :number")
                .with("text", "x' OR 1=1")
                .with("amount", new BigDecimal("12.50"))
                .with("date", LocalDate.of(2026, 9, 8))
                .with("number", 7)
                .with("nothing", null)
                .rendered();

        assertThat(rendered.sql()).isEqualTo("SELECT ?, ?, ?, 7, NULL, 7");
        assertThat(rendered.parameters()).containsExactly("x' OR 1=1", new BigDecimal("12.50"), "2026-09-08");
    }

    @Test
    void writesOutListsAndNothingEqualsAnEmptyOne() {
        SqlText rendered = Sql.of("a IN (:numbers) OR b IN (:texts) OR c IN (:none)")
                .with("numbers", List.of(1, 2L))
                .with("texts", List.of("x", "y"))
                .with("none", List.of())
                .rendered();

        assertThat(rendered.sql()).isEqualTo("a IN (1, 2) OR b IN (?, ?) OR c IN (NULL)");
        assertThat(rendered.parameters()).containsExactly("x", "y");
    }

    @Test
    void writesACapitalNameAsTheCodeOfThatKindOfEntry() {
        assertThat(sql(Sql.of("trans_type IN (:CHARGE, :ON_ACCOUNT)"))).isEqualTo("trans_type IN ('chg', 'roa')");
    }

    @Test
    void leavesQuotedTextsAlone() {
        assertThat(sql(Sql.of("JSON_TABLE('$[*]' COLUMNS (a INT PATH '$')) WHERE b = ':x {y}'")))
                .isEqualTo("JSON_TABLE('$[*]' COLUMNS (a INT PATH '$')) WHERE b = ':x {y}'");
    }

    @Test
    void putsPartsInWithValuesOfTheirOwnInTheSequenceOfTheText() {
        Sql half = Sql.of("({column} > :value OR {column} IS NULL)")
                .part("column", "j.total")
                .with("value", "half");
        SqlText rendered = Sql.of("SELECT :value WHERE {half} AND d = :last")
                .with("value", "first")
                .with("last", "last")
                .part("half", half)
                .rendered();

        assertThat(rendered.sql()).isEqualTo("SELECT ? WHERE (j.total > ? OR j.total IS NULL) AND d = ?");
        assertThat(rendered.parameters()).containsExactly("first", "half", "last");
    }

    @Test
    void addsAConditionOnlyWhenThereIsAValue() {
        Sql where = Sql.of("TRUE")
                .and("a >= :from", Optional.of("x"))
                .and("a <= :to", Optional.empty())
                .and("t = :CHARGE AND b = :b", Optional.of(3))
                .and("c IS NULL");

        assertThat(sql(where).replaceAll("\\s+", " "))
                .isEqualTo("TRUE AND a >= ? AND t = 'chg' AND b = 3 AND c IS NULL");
    }

    @Test
    void changesNothingInTheStatementThatItStartsFrom() {
        Sql base = Sql.of("TRUE");
        base.and("a IS NULL");

        assertThat(sql(base)).isEqualTo("TRUE");
    }

    @Test
    void joinsParts() {
        assertThat(sql(Sql.joined(
                        ", ",
                        List.of(Sql.of("(:a)").with("a", 1), Sql.of("(:a)").with("a", 2)))))
                .isEqualTo("(1), (2)");
    }

    @Test
    void refusesAStatementWhoseNamesAndValuesDoNotMatch() {
        assertThatThrownBy(() -> Sql.of("a = :a").rendered()).hasMessageContaining(":a");
        assertThatThrownBy(() -> Sql.of("a = :OTHER").rendered()).hasMessageContaining(":OTHER");
        assertThatThrownBy(() -> Sql.of("a = {a}").rendered()).hasMessageContaining("{a}");
        assertThatThrownBy(() -> Sql.of("a").with("b", 1).rendered()).hasMessageContaining("b");
        assertThatThrownBy(() -> Sql.of("a = :a").with("a", 1).with("a", 2)).hasMessageContaining("a");
        assertThatThrownBy(() -> Sql.of("TRUE").and("a = :a OR b = :b", Optional.of(1)))
                .hasMessageContaining("[a, b]");
    }

    @Test
    void namesTheColumnsOfAQueryByAliasOrColumn() {
        assertThat(SqlText.columns("""
                        SELECT DISTINCT j.id, COALESCE(SUM(j.total), ', FROM') AS balance, 0 AS none,
                          CASE WHEN j.day > '1000' THEN (SELECT 1 FROM x) END AS day, name
                        FROM (SELECT a, b FROM c) j UNION SELECT 1, 2, 3, 4, 5"""))
                .containsExactly(
                        Map.entry("id", 0),
                        Map.entry("balance", 1),
                        Map.entry("none", 2),
                        Map.entry("day", 3),
                        Map.entry("name", 4));
    }

    @Test
    void readsARowByTheNamesOfItsColumns() {
        Row row = new Row(SqlText.columns("SELECT a, b, c, d"), new Object[] {7, null, "2026-09-08", "1.50"});

        assertThat(row.integer("a")).isEqualTo(7);
        assertThat(row.isNull("b")).isTrue();
        assertThat(row.text("b")).isEmpty();
        assertThat(row.decimal("b")).isZero();
        assertThat(row.day("c")).contains(LocalDate.of(2026, 9, 8));
        assertThat(row.decimal("d")).isEqualTo("1.50");
        assertThatThrownBy(() -> row.text("e")).hasMessageContaining("e among [a, b, c, d]");
        assertThatThrownBy(() -> new Row(SqlText.columns("SELECT a, b AS a"), new Object[] {1, 2}))
                .isInstanceOf(IllegalStateException.class);
    }

    private static String sql(Sql sql) {
        return sql.rendered().sql();
    }
}
