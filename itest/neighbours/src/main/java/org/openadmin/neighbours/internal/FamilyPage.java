package org.openadmin.neighbours.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.Collection;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.FamilyAccounts;
import org.openadmin.fees.api.accounts.FamilyAccounts.FamilyAccount;
import org.openadmin.fees.api.payments.Receipt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** Shows parents the fees and receipts of their own children. */
@org.osgi.service.component.annotations.Component(
        service = Component.class,
        scope = ServiceScope.PROTOTYPE,
        property = {
            "portal.menu.path=family",
            "portal.menu.title=Our fees",
            "portal.menu.title.fr=Nos frais",
            "portal.menu.icon=vaadin:family",
            "portal.menu.order:Integer=510",
            "portal.menu.roles=parent"
        })
public final class FamilyPage extends VerticalLayout implements HasDynamicTitle {

    private final transient FamilyAccounts accounts;
    private final transient Collection<StudentNumber> children;

    @Activate
    public FamilyPage(@Reference FamilyAccounts accounts, @Reference Families families) {
        this.accounts = accounts;
        children = families.childrenOf(
                VaadinRequest.getCurrent().getUserPrincipal().getName());
        setId("family");
        add(new H1(getPageTitle()));
        accounts.of(children).forEach(account -> add(section(account)));
    }

    private Section section(FamilyAccount account) {
        Section section = new Section();
        section.setId("child-" + account.student().number());
        section.add(
                new H2(account.student().spokenName()),
                new Paragraph(say("Amount due: ", "Montant dû\u00a0: ")
                        + account.account().due()));
        UnorderedList lines = new UnorderedList();
        account.outstanding()
                .forEach(charge -> lines.add(new ListItem(charge.date() + " " + charge.name() + colon() + charge.total()
                        + say(", due ", ", échéance le ") + charge.due())));
        account.receipts().forEach(receipt -> lines.add(new ListItem(link(receipt))));
        section.add(lines);
        return section;
    }

    private Anchor link(Receipt receipt) {
        String name = say("receipt-", "recu-") + receipt.number() + ".pdf";
        DownloadHandler document = event -> {
            event.setContentType("application/pdf");
            event.setFileName(name);
            accounts.receipt(children, receipt.number(), event.getOutputStream());
        };
        Anchor link = new Anchor();
        link.setId("receipt-" + receipt.number());
        link.setHref(document, AttachmentType.INLINE);
        link.setText(receipt.date() + say(" receipt ", " reçu ") + receipt.number() + colon() + receipt.received());
        return link;
    }

    @Override
    public String getPageTitle() {
        return say("Our fees", "Nos frais");
    }

    private static String colon() {
        return say(": ", "\u00a0: ");
    }

    private static String say(String english, String french) {
        return UI.getCurrent().getLocale().getLanguage().equals("fr") ? french : english;
    }
}
