package org.openadmin.fees.itest.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks the permitted dependencies between packages, and that some classes are never used. */
@AnalyzeClasses(packages = "org.openadmin.fees", importOptions = Product.class)
class ArchitectureTest {

    private static final String API = "org.openadmin.fees.api..";
    private static final String CORE = "org.openadmin.fees.internal..";
    private static final String SHELL = "org.openadmin.fees.internal.shell..";
    private static final String SPI = "org.openadmin.fees.spi..";
    private static final String REPORTS = "org.openadmin.fees.reports..";
    private static final String EXPORTS = "org.openadmin.fees.reports.internal.lists..";
    private static final String SCREENS = "org.openadmin.fees.ui.internal";
    private static final String UI = "org.openadmin.fees.ui..";
    private static final String[] PERSISTENCE = {
        "javax.persistence..",
        "jakarta.persistence..",
        "org.eclipse.persistence..",
        "org.apache.aries.jpa..",
        "java.sql..",
        "javax.sql.."
    };
    /** The packages that every package of the implementation can use. */
    private static final String[] GROUND_FLOOR = {
        "org.openadmin.fees.internal.persistence..",
        "org.openadmin.fees.internal.ledger..",
        "org.openadmin.fees.internal.students..",
        "org.openadmin.fees.internal.settings.."
    };
    /** The packages of the implementation, one for each office task. */
    private static final String[] ROOMS = {
        "org.openadmin.fees.internal.accounts..",
        "org.openadmin.fees.internal.audit..",
        "org.openadmin.fees.internal.billing..",
        "org.openadmin.fees.internal.binder..",
        "org.openadmin.fees.internal.collection..",
        "org.openadmin.fees.internal.corrections..",
        "org.openadmin.fees.internal.imports..",
        "org.openadmin.fees.internal.invoicing..",
        "org.openadmin.fees.internal.journal..",
        "org.openadmin.fees.internal.notes..",
        "org.openadmin.fees.internal.overview..",
        "org.openadmin.fees.internal.parents..",
        "org.openadmin.fees.internal.payers..",
        "org.openadmin.fees.internal.payments..",
        "org.openadmin.fees.internal.postings..",
        "org.openadmin.fees.internal.till.."
    };
    /** E-mail over SMTP. Invoices and receipts use it, and the settings read its configuration. */
    private static final String MAIL = "org.openadmin.fees.internal.mail..";

    /** The parts of the screens that pages share. */
    private static final Set<String> SHARED_SCREENS =
            Set.of("components", "corrections", "i18n", "notes", "printing", "students");

    /** The classes that use the database or the container; all others are rules. */
    private static final Pattern NO_RULE =
            Pattern.compile("Jpa\\w+|\\w+(Store|Queries|Decision|Row|Columns|Sql|Lookup|View|Json|Index)|HostStudents"
                    + "|PrintedInvoices|Emailed\\w+|OverdueReminders|ConfiguredMail|LocalPortal|package-info");

    /** Rules on the ground floor. */
    private static final Set<String> SHARED_RULES = Set.of(
            "AccountOnDay", "Audiences", "FamilyLanguages", "JournalTexts", "PostedAccount", "Pricing", "StudentQuery");

    private static final Set<String> LOOK_UPS = Set.of(
            "org.osgi.framework.BundleContext",
            "org.osgi.framework.FrameworkUtil",
            "org.osgi.framework.ServiceReference",
            "org.osgi.util.tracker.ServiceTracker");

    /** Fails if classes were not found, because a rule about no classes always holds. */
    @ArchTest
    static void everyModuleIsLookedAt(JavaClasses product) {
        for (String part : new String[] {API, SPI, CORE, MAIL, REPORTS, UI}) {
            assertThat(product.stream().filter(resideInAPackage(part))).as(part).isNotEmpty();
        }
        for (String room : Stream.of(GROUND_FLOOR, ROOMS).flatMap(Stream::of).toList()) {
            assertThat(product.stream().filter(resideInAPackage(room))).as(room).isNotEmpty();
        }
        assertThat(product.stream().filter(rule())).as("rules").hasSizeGreaterThan(10);
        assertThat(product.stream().map(ArchitectureTest::page).distinct())
                .as("pages")
                .hasSizeGreaterThan(9);
        assertThat(product.stream().filter(entity())).as("entities").hasSizeGreaterThan(3);
    }

    @ArchTest
    static final ArchRule theApiNeedsNothingButTheJdk = classes()
            .that()
            .resideInAPackage(API)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("java..", API, "org.osgi.annotation.."));

    @ArchTest
    static final ArchRule reportsAndScreensSeeRecordsOnly = noClasses()
            .that()
            .resideInAnyPackage(REPORTS, UI)
            .should()
            .dependOnClassesThat(resideInAnyPackage(PERSISTENCE).or(resideInAPackage(CORE)));

    @ArchTest
    static final ArchRule nothingDependsOnTheScreens =
            noClasses().that().resideOutsideOfPackage(UI).should().dependOnClassesThat(resideInAPackage(UI));

    @ArchTest
    static final ArchRule nothingDependsOnTheReports =
            noClasses().that().resideOutsideOfPackage(REPORTS).should().dependOnClassesThat(resideInAPackage(REPORTS));

    @ArchTest
    static final ArchRule theContractDoesNotNeedWhatOurBundlesShare =
            noClasses().that().resideInAPackage(API).should().dependOnClassesThat(resideInAPackage(SPI));

    @ArchTest
    static final ArchRule rulesNeedNeitherContainerNorDatabase = noClasses()
            .that(are(rule()))
            .should()
            .dependOnClassesThat(resideInAnyPackage(PERSISTENCE)
                    .or(resideInAnyPackage("org.osgi..", "org.apache.karaf.."))
                    .or(resideInAPackage(CORE)
                            .and(are(DescribedPredicate.not(rule())))
                            .and(DescribedPredicate.not(resideInAPackage(MAIL)))));

    @ArchTest
    static final ArchRule roomsShareOnlyTheGroundFloor = slices().matching("org.openadmin.fees.internal.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAnyPackage(GROUND_FLOOR))
            .ignoreDependency(
                    resideInAnyPackage(
                            "org.openadmin.fees.internal.invoicing..",
                            "org.openadmin.fees.internal.payments..",
                            "org.openadmin.fees.internal.settings.."),
                    resideInAPackage(MAIL))
            .ignoreDependency(
                    DescribedPredicate.describe(
                            "the closing of months and the auditor's binder",
                            each -> Set.of("JpaClosings", "JpaAuditBinder").contains(each.getSimpleName())),
                    resideInAPackage("org.openadmin.fees.internal.verify.."))
            .ignoreDependency(
                    resideInAPackage(SHELL),
                    resideInAnyPackage("org.openadmin.fees.internal.schema..", "org.openadmin.fees.internal.verify.."));

    @ArchTest
    static final ArchRule theGroundFloorNeedsNoRoom =
            noClasses().that().resideInAnyPackage(GROUND_FLOOR).should().dependOnClassesThat(resideInAnyPackage(ROOMS));

    @ArchTest
    static final ArchRule theMailRoomOnlySends = classes()
            .that()
            .resideInAPackage(MAIL)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "javax.net..",
                    "jakarta.mail..",
                    "jakarta.activation..",
                    "org.eclipse.angus..",
                    API,
                    SPI,
                    MAIL));

    @ArchTest
    static final ArchRule documentsAreDrawnFromWhatTheyAreGiven = noClasses()
            .that()
            .resideInAPackage(REPORTS)
            .and()
            .resideOutsideOfPackage(EXPORTS)
            .should()
            .dependOnClassesThat(resideInAPackage("org.openadmin.fees.api.invoicing..")
                    // what a letter is, and its tone
                    .and(DescribedPredicate.not(nameMatching(".*\\.(InvoiceRun\\$Kind|ReminderStage(\\$Tone)?)")))
                    .or(named("org.openadmin.fees.api.accounts.FeeAccounts")));

    @ArchTest
    static final ArchRule theImplementationNeedsNoDocumentThatReadsFromIt = noClasses()
            .that()
            .resideInAPackage(CORE)
            .and()
            .resideOutsideOfPackage(SHELL)
            .should()
            .dependOnClassesThat(named("org.openadmin.fees.api.documents.FeeReports")
                    .or(named("org.openadmin.fees.api.documents.FeeExports")));

    @ArchTest
    static final ArchRule exportsOnlyReadTheRunsOfInvoices = noClasses()
            .that()
            .resideInAPackage(EXPORTS)
            .should()
            .dependOnClassesThat(named("org.openadmin.fees.api.invoicing.InvoicePrinter")
                    .or(named("org.openadmin.fees.api.invoicing.InvoiceMailer")));

    @ArchTest
    static final ArchRule aPageImportsNoPage = slices().assignedFrom(new SliceAssignment() {
                @Override
                public String getDescription() {
                    return "pages";
                }

                @Override
                public SliceIdentifier getIdentifierOf(JavaClass each) {
                    String page = page(each);
                    return page.isEmpty() ? SliceIdentifier.ignore() : SliceIdentifier.of(page);
                }
            })
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule sharedPartsOfTheScreensNeedNoPage = noClasses()
            .that(DescribedPredicate.describe(
                    "are shared by pages",
                    each -> each.getPackageName().startsWith(SCREENS)
                            && page(each).isEmpty()))
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "belong to a page", each -> !page(each).isEmpty()));

    @ArchTest
    static final ArchRule entitiesStayInStores = classes()
            .that(are(entity()))
            .should()
            .onlyHaveDependentClassesThat(
                    are(entity()).or(DescribedPredicate.describe("stores, queries and look-ups", each -> outermost(each)
                            .getSimpleName()
                            .matches("\\w+(Store|Queries|Lookup)|Jpa\\w+"))));

    @ArchTest
    static final ArchRule servicesAreInjected = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "look services up", (JavaClass each) -> LOOK_UPS.contains(each.getName())));

    /**
     * So that a role is never enough because it is some role: a parent has one, and may do nothing of the office's. The overview links the steps
     * that the portal's menu offers to the same roles.
     */
    @ArchTest
    static final ArchRule rolesAreCheckedByTheActorAlone = noClasses()
            .that(DescribedPredicate.not(DescribedPredicate.describe(
                    "are the actor or the menu of the overview", each -> Set.of("Actor", "WorkflowCards")
                            .contains(outermost(each).getSimpleName()))))
            .should()
            .callMethod("org.openadmin.fees.api.Actor", "roles");

    /** No page, command or service of the office can accept the role. */
    @ArchTest
    static final ArchRule onlyTheParentsRoomsAcceptParents = noClasses()
            .that(DescribedPredicate.not(resideInAnyPackage(
                            "org.openadmin.fees.internal.parents..", "org.openadmin.fees.ui.internal.parents.."))
                    .and(DescribedPredicate.not(DescribedPredicate.describe(
                            "define it or take it away", each -> Set.of("Role", "ShellUser", "UserContext")
                                    .contains(outermost(each).getSimpleName())))))
            .should()
            .accessField("org.openadmin.fees.api.Role", "PARENT");

    @ArchTest
    static final ArchRule noFieldCountsInFloatingPoint = fields().that()
            .areDeclaredInClassesThat(DescribedPredicate.not(placesOnAPage()))
            .should()
            .notHaveRawType(double.class)
            .andShould()
            .notHaveRawType(float.class);

    @ArchTest
    static final ArchRule nothingIsHandedOnInFloatingPoint = codeUnits()
            .that(DescribedPredicate.describe("take or give a number", ArchitectureTest::isAboutNumbers))
            .and()
            .areDeclaredInClassesThat(DescribedPredicate.not(placesOnAPage()))
            .should()
            .notHaveRawReturnType(floating())
            .andShould()
            .notHaveRawParameterTypes(DescribedPredicate.anyElementThat(floating()));

    @ArchTest
    static final ArchRule packagesHaveNoCircle =
            slices().matching("org.openadmin.fees.(**)").should().beFreeOfCycles();

    /** Returns the package of a page's class, such as {@code payments}, or empty for all other classes. */
    private static String page(JavaClass each) {
        if (!each.getPackageName().startsWith(SCREENS + ".")) {
            return "";
        }
        String room = each.getPackageName().substring(SCREENS.length() + 1);
        return SHARED_SCREENS.contains(room) ? "" : room;
    }

    private static DescribedPredicate<JavaClass> rule() {
        return DescribedPredicate.describe("rules", each -> {
            String name = outermost(each).getSimpleName();
            return resideInAnyPackage(ROOMS).test(each)
                            && !NO_RULE.matcher(name).matches()
                    || resideInAnyPackage(GROUND_FLOOR).test(each) && SHARED_RULES.contains(name);
        });
    }

    private static JavaClass outermost(JavaClass each) {
        return each.getEnclosingClass().map(ArchitectureTest::outermost).orElse(each);
    }

    /**
     * Matches the class that places texts on a page: the PDF library takes positions and font sizes, but never amounts,
     * as floating-point numbers.
     */
    private static DescribedPredicate<JavaClass> placesOnAPage() {
        return DescribedPredicate.describe("place texts on a page", each -> each.getName()
                .matches(".*\\.reports\\.internal\\.pdf\\.(DirectTextRenderer|TopNotes)(\\$.*)?"));
    }

    private static boolean isAboutNumbers(JavaCodeUnit each) {
        return Stream.concat(each.getRawParameterTypes().stream(), Stream.of(each.getRawReturnType()))
                .anyMatch(JavaClass::isPrimitive);
    }

    private static DescribedPredicate<JavaClass> floating() {
        return DescribedPredicate.describe(
                "double or float", each -> Set.of("double", "float", "java.lang.Double", "java.lang.Float")
                        .contains(each.getName()));
    }

    private static DescribedPredicate<JavaClass> named(String name) {
        return DescribedPredicate.describe(name, each -> each.getName().equals(name));
    }

    private static DescribedPredicate<JavaClass> entity() {
        return DescribedPredicate.describe("entities", each -> Stream.of("Entity", "MappedSuperclass", "Embeddable")
                .anyMatch(name -> each.isAnnotatedWith("javax.persistence." + name)));
    }
}
