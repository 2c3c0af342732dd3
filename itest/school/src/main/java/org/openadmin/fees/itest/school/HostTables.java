package org.openadmin.fees.itest.school;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The part of Open Administration's schema that other modules use. */
public final class HostTables {
    private static final int TERMS = 4;
    private static final int BATCH = 1000;

    private static final String STUDENT = """
            CREATE TABLE IF NOT EXISTS %s (studid INT NOT NULL AUTO_INCREMENT, studnum INT,
              lastname VARCHAR(64), firstname VARCHAR(64), initial VARCHAR(8), sex CHAR(1), birthdate DATE,
              grade VARCHAR(8), homeroom VARCHAR(16), email VARCHAR(128),
              address1 VARCHAR(128), city1 VARCHAR(64), prov1 VARCHAR(8), pcode1 VARCHAR(16), hphone1 VARCHAR(32),
              par1_lastname VARCHAR(64), par1_firstname VARCHAR(64), par1_email VARCHAR(128),
              house_colour VARCHAR(16), PRIMARY KEY (studid), KEY studnum (studnum))
              ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='sample school'
            """;
    private static final String SUBJECT = """
            CREATE TABLE IF NOT EXISTS subject (id INT NOT NULL AUTO_INCREMENT, subjsec VARCHAR(32),
              description VARCHAR(128), grade VARCHAR(8), teacher VARCHAR(64), PRIMARY KEY (id))
              ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='sample school'
            """;
    /** One row for each student, subject-section and term. */
    private static final String EVAL = """
            CREATE TABLE IF NOT EXISTS eval (id INT NOT NULL AUTO_INCREMENT, studnum INT, subjcode VARCHAR(32),
              term INT, a1 VARCHAR(16), PRIMARY KEY (id), KEY studnum (studnum))
              ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='sample school'
            """;

    /** The students of each parent who has a login. */
    private static final String GUARDIAN_LOGIN = """
            CREATE TABLE IF NOT EXISTS guardian_login (login VARCHAR(128), studnum INT, KEY login (login))
              ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='sample school'
            """;

    private static final String INSERT_STUDENT = """
            INSERT INTO %s (studnum, lastname, firstname, initial, sex, birthdate, grade, homeroom, email,
              address1, city1, prov1, pcode1, hphone1, par1_lastname, par1_firstname, par1_email, house_colour)
              VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private HostTables() {}

    /** Creates the missing tables, empty, and does not change existing ones. */
    public static void create(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(STUDENT.formatted("student"));
            statement.execute(STUDENT.formatted("studentwd"));
            statement.execute(SUBJECT);
            statement.execute(EVAL);
            statement.execute("CREATE VIEW IF NOT EXISTS studentall AS"
                    + " SELECT * FROM student UNION ALL SELECT * FROM studentwd");
            statement.execute(GUARDIAN_LOGIN);
            statement.execute("CREATE VIEW IF NOT EXISTS fees_guardian AS SELECT login, studnum FROM guardian_login");
        }
    }

    /** Whether the table of students is the one that {@link #create} creates, and is empty. */
    public static boolean areNew(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var made = statement.executeQuery("SELECT 1 FROM information_schema.tables WHERE table_schema ="
                        + " DATABASE() AND table_name = 'student' AND table_comment = 'sample school'")) {
            if (!made.next()) {
                return false;
            }
        }
        try (var statement = connection.createStatement();
                var students = statement.executeQuery("SELECT 1 FROM studentall LIMIT 1")) {
            return !students.next();
        }
    }

    static void insert(Connection connection, SampleSchool school) throws SQLException {
        var autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            insertStudents(connection, school, "student", false);
            insertStudents(connection, school, "studentwd", true);
            insertSections(connection, school);
            insertMarks(connection, school);
            insertParents(connection);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }

    private static void insertStudents(Connection connection, SampleSchool school, String table, boolean withdrawn)
            throws SQLException {
        try (var batch = new Batch(connection.prepareStatement(INSERT_STUDENT.formatted(table)))) {
            for (var pupil : school.students()) {
                if (pupil.withdrawn() == withdrawn) {
                    var home = pupil.home();
                    var guardian = pupil.guardian();
                    batch.add(
                            pupil.number(),
                            pupil.lastName(),
                            pupil.firstName(),
                            pupil.initial(),
                            pupil.sex(),
                            pupil.birthdate(),
                            pupil.grade(),
                            pupil.homeroom(),
                            pupil.email(),
                            home.street(),
                            home.city(),
                            home.province(),
                            home.postalCode(),
                            home.phone(),
                            guardian == null ? null : guardian.lastName(),
                            guardian == null ? null : guardian.firstName(),
                            guardian == null ? null : guardian.email(),
                            pupil.houseColour());
                }
            }
        }
    }

    private static void insertSections(Connection connection, SampleSchool school) throws SQLException {
        var sql = "INSERT INTO subject (subjsec, description, grade, teacher) VALUES (?, ?, ?, ?)";
        try (var batch = new Batch(connection.prepareStatement(sql))) {
            for (var section : school.sections()) {
                batch.add(section.code(), section.description(), section.grade(), section.teacher());
            }
        }
    }

    /** Withdrawn students keep their marks. */
    private static void insertMarks(Connection connection, SampleSchool school) throws SQLException {
        var sql = "INSERT INTO eval (studnum, subjcode, term, a1) VALUES (?, ?, ?, ?)";
        try (var batch = new Batch(connection.prepareStatement(sql))) {
            for (var pupil : school.students()) {
                for (var section : pupil.sections()) {
                    for (var term = 1; term <= TERMS; term++) {
                        var mark = 40 + (pupil.number() * 31 + term * 17 + section.length() * 7) % 61;
                        batch.add(pupil.number(), section, term, Integer.toString(mark));
                    }
                }
            }
        }
    }

    /** The user {@code parent} has two children, in the usual size of the school. */
    private static void insertParents(Connection connection) throws SQLException {
        var sql = "INSERT INTO guardian_login (login, studnum) VALUES (?, ?)";
        try (var batch = new Batch(connection.prepareStatement(sql))) {
            for (var child : SampleSchool.CHILDREN) {
                batch.add(SampleSchool.PARENT, child);
            }
        }
    }

    /** Rows that are sent to the server in batches of a thousand. */
    private record Batch(PreparedStatement statement, int[] waiting) implements AutoCloseable {

        Batch(PreparedStatement statement) {
            this(statement, new int[1]);
        }

        void add(Object... values) throws SQLException {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.addBatch();
            if (++waiting[0] % BATCH == 0) {
                statement.executeBatch();
            }
        }

        @Override
        public void close() throws SQLException {
            try (statement) {
                statement.executeBatch();
            }
        }
    }
}
