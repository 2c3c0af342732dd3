package org.openadmin.fees.itest.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
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
import java.util.Set;
import java.util.stream.Stream;

/** Who may depend on whom, and what is never used. */
@AnalyzeClasses(packages = "org.openadmin.fees", importOptions = Product.class)
class ArchitectureTest {

    private static final String API = "org.openadmin.fees.api..";
    private static final String CORE = "org.openadmin.fees.internal..";
    private static final String JPA = "org.openadmin.fees.internal.jpa..";
    private static final String DOMAIN = "org.openadmin.fees.internal.domain..";
    private static final String REPORTS = "org.openadmin.fees.reports..";
    private static final String UI = "org.openadmin.fees.ui..";
    private static final String[] PERSISTENCE = {
        "javax.persistence..",
        "jakarta.persistence..",
        "org.eclipse.persistence..",
        "org.apache.aries.jpa..",
        "java.sql..",
        "javax.sql.."
    };
    private static final Set<String> LOOK_UPS = Set.of(
            "org.osgi.framework.BundleContext",
            "org.osgi.framework.FrameworkUtil",
            "org.osgi.framework.ServiceReference",
            "org.osgi.util.tracker.ServiceTracker");

    /** A rule about classes that were not found would hold for ever. */
    @ArchTest
    static void everyModuleIsLookedAt(JavaClasses product) {
        for (String part : new String[] {API, CORE, JPA, DOMAIN, REPORTS, UI}) {
            assertThat(product.stream().filter(resideInAPackage(part))).as(part).isNotEmpty();
        }
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
    static final ArchRule theRulesKnowNeitherContainerNorDatabase = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .dependOnClassesThat(resideInAnyPackage(PERSISTENCE)
                    .or(resideInAnyPackage("org.osgi..", "org.apache.karaf.."))
                    .or(resideInAPackage(CORE).and(are(DescribedPredicate.not(resideInAPackage(DOMAIN))))));

    @ArchTest
    static final ArchRule entitiesStayInPersistence =
            classes().that(are(entity())).should().onlyHaveDependentClassesThat(resideInAPackage(JPA));

    @ArchTest
    static final ArchRule servicesAreInjected = noClasses()
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "look services up", (JavaClass each) -> LOOK_UPS.contains(each.getName())));

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

    /** Points on paper and sizes of letters, as the library that writes pages takes them; never an amount. */
    private static DescribedPredicate<JavaClass> placesOnAPage() {
        return DescribedPredicate.describe("place texts on a page", each -> each.getName()
                .matches(".*\\.reports\\.internal\\.PlainTexts(\\$.*)?"));
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

    private static DescribedPredicate<JavaClass> entity() {
        return DescribedPredicate.describe("entities", each -> Stream.of("Entity", "MappedSuperclass", "Embeddable")
                .anyMatch(name -> each.isAnnotatedWith("javax.persistence." + name)));
    }
}
