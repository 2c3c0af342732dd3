package org.openadmin.fees.internal.settings;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * The keys of the configuration and their defaults. An underscore in a name is a dot in the file. All values are
 * strings, so that an invalid one can be reported with its key. Some keys end in a name that the school chooses: {@code
 * profile.NAME}, {@code waiver.reason.CODE} and {@code account.fee.NAME}, or in a day, {@code tax1.rate.DAY}. The keys {@code message.LANGUAGE}, {@code
 * mail.text.LANGUAGE} and {@code tax1.name.LANGUAGE} end in a language.
 */
@ObjectClassDefinition(
        name = "Open Admin Fees",
        description =
                "Taxes, currency, letterhead and profiles. Changes take effect immediately. If a value is invalid,"
                        + " the log names it and the last valid configuration stays in effect.")
@interface FeesConfig {

    @AttributeDefinition(name = "School", description = "The school's name on documents")
    String school_name() default "School";

    @AttributeDefinition(name = "Address, line 1", required = false, description = "The school's postal address")
    String school_address1() default "";

    @AttributeDefinition(name = "Address, line 2", required = false)
    String school_address2() default "";

    @AttributeDefinition(name = "Address, line 3", required = false)
    String school_address3() default "";

    @AttributeDefinition(name = "Address, line 4", required = false)
    String school_address4() default "";

    @AttributeDefinition(
            name = "Contact, line 1",
            required = false,
            description = "Telephone, e-mail, website and so on, one per line")
    String school_contact1() default "";

    @AttributeDefinition(name = "Contact, line 2", required = false)
    String school_contact2() default "";

    @AttributeDefinition(name = "Contact, line 3", required = false)
    String school_contact3() default "";

    @AttributeDefinition(name = "Contact, line 4", required = false)
    String school_contact4() default "";

    @AttributeDefinition(
            name = "Number, line 1",
            required = false,
            description = "Registration and tax numbers with their names, such as GST 12345 6789 RT0001, one per line")
    String school_number1() default "";

    @AttributeDefinition(name = "Number, line 2", required = false)
    String school_number2() default "";

    @AttributeDefinition(name = "Number, line 3", required = false)
    String school_number3() default "";

    @AttributeDefinition(name = "Number, line 4", required = false)
    String school_number4() default "";

    @AttributeDefinition(name = "Logo", required = false, description = "The path of a PNG, JPEG or SVG file")
    String school_logo() default "";

    @AttributeDefinition(name = "Footer", required = false, description = "One line at the foot of each document")
    String school_footer() default "";

    @AttributeDefinition(
            name = "Message to parents, English",
            required = false,
            description =
                    "The message printed on invoices when the school's language is English: at most 600 characters")
    String message_en() default "";

    @AttributeDefinition(
            name = "Message to parents, French",
            required = false,
            description = "The same in French. For any other language, the key is message. followed by its code")
    String message_fr() default "";

    @AttributeDefinition(
            name = "Currency",
            description = "The ISO code, such as CAD. Currencies with more than two decimals are not supported."
                    + " Never change it once there are charges")
    String currency() default "CAD";

    @AttributeDefinition(
            name = "Language and country",
            description = "For documents, the journal and the shell, such as en-CA or fr-CA")
    String locale() default "en-CA";

    @AttributeDefinition(
            name = "Time zone",
            required = false,
            description = "The school's time zone, such as America/Regina; leave blank for the server's")
    String time_zone() default "";

    @AttributeDefinition(
            name = "Paper",
            options = {@Option(label = "Letter", value = "letter"), @Option(label = "A4", value = "a4")})
    String paper() default "letter";

    @AttributeDefinition(
            name = "Paper of receipts",
            description = "A page of the paper, the upper half of one, or a roll of 80 mm",
            options = {
                @Option(label = "Page", value = "page"),
                @Option(label = "Half a page", value = "half-page"),
                @Option(label = "Roll, 80 mm", value = "roll")
            })
    String receipt_paper() default "page";

    @AttributeDefinition(
            name = "Days until due",
            required = false,
            description = "A charge is due so many days after its date unless the predefined fee or the assessment says"
                    + " otherwise: 0 to 365. Leave blank for the value of invoice.days")
    String due_days() default "";

    @AttributeDefinition(
            name = "Days until due (earlier key)",
            description = "The earlier name of due.days, used where due.days is blank: 0 to 365")
    String invoice_days() default "30";

    @AttributeDefinition(
            name = "Templates",
            required = false,
            description = "The path of a folder with the school's own document templates")
    String templates() default "";

    @AttributeDefinition(
            name = "Days between two charges of a fee",
            description = "A student who was charged the same fee within so many days is not charged again unless you"
                    + " say so: 0 to 366")
    String assess_repeat$_$days() default "28";

    @AttributeDefinition(
            name = "Export folder",
            required = false,
            description = "The full path of the only folder to which the shell's commands write files; by default"
                    + " fees-export in the portal's data folder")
    String export_folder() default "";

    @AttributeDefinition(
            name = "First receipt number",
            description = "The number of the first receipt, unless the journal already has a higher one")
    String receipt_first() default "1";

    @AttributeDefinition(
            name = "Print receipts at once",
            options = {@Option(label = "No", value = "false"), @Option(label = "Yes", value = "true")},
            description = "Whether a receipt is printed as soon as the payment is recorded")
    String receipt_print$_$at$_$once() default "false";

    @AttributeDefinition(
            name = "Confirm payments above",
            description = "The largest amount to receive on account that the cashier need not confirm, such as 1000")
    String payment_confirm$_$above() default "1000";

    @AttributeDefinition(
            name = "Cashiers sell",
            options = {@Option(label = "No", value = "false"), @Option(label = "Yes", value = "true")},
            description = "Whether cashiers may sell predefined fees at the counter without the role to charge fees")
    String counter_sells() default "false";

    @AttributeDefinition(
            name = "Cash rounding",
            required = false,
            description =
                    "What sums paid or paid back in cash are rounded to, such as 0.05 where there are no pennies; up"
                            + " to 1. Leave blank for exact sums")
    String cash_rounding() default "";

    @AttributeDefinition(
            name = "Reminders, stages",
            description =
                    "The stages of reminders: each is due when an amount has been overdue for more than so many days,"
                            + " such as 14 30 60; up to 5 stages of 0 to 365 days")
    String reminder_stages() default "14 30 60";

    @AttributeDefinition(
            name = "Reminders, smallest amount",
            required = false,
            description = "Nobody is reminded of less than this is overdue, such as 5.00. Leave blank for any amount")
    String reminder_minimum() default "";

    @AttributeDefinition(
            name = "Bank files, day",
            description = "The heading of the column with the day in the bank's CSV files")
    String import_bank_day() default "Date";

    @AttributeDefinition(
            name = "Bank files, amount",
            description = "The heading of the column with the money received; what is negative or blank was paid out")
    String import_bank_amount() default "Amount";

    @AttributeDefinition(
            name = "Bank files, texts",
            description = "The headings of the columns with the sender and the message, with semicolons between them")
    String import_bank_texts() default "Description";

    @AttributeDefinition(
            name = "Bank files, format of the day",
            description = "Such as yyyy-MM-dd, dd/MM/yyyy or M/d/yyyy")
    String import_bank_day$_$format() default "yyyy-MM-dd";

    @AttributeDefinition(
            name = "Bank files, decimal sign",
            required = false,
            description = "A point or a comma. Leave blank for a comma in French, otherwise a point")
    String import_bank_decimal() default "";

    @AttributeDefinition(
            name = "Bank files, encoding",
            description = "The encoding of the bank's CSV files, such as UTF-8 or windows-1252")
    String import_bank_charset() default "UTF-8";

    @AttributeDefinition(
            name = "Bank files, payment method",
            description = "The method of the payments: transfer, card or other")
    String import_bank_method() default "transfer";

    @AttributeDefinition(
            name = "Notes and coins",
            required = false,
            description = "The values that are counted in a drawer, such as 100 50 20 10 5 2 1 0.25 0.10 0.05; leave"
                    + " blank for those of the currency")
    String cash_denominations() default "";

    @AttributeDefinition(
            name = "Deposits are verified",
            options = {@Option(label = "No", value = "false"), @Option(label = "Yes", value = "true")},
            description = "Whether a person other than the one who made it verifies each deposit")
    String deposit_verify() default "true";

    @AttributeDefinition(
            name = "Bank account, line 1",
            required = false,
            description = "The account that deposits are paid into, as printed on the deposit slip")
    String deposit_account1() default "";

    @AttributeDefinition(name = "Bank account, line 2", required = false)
    String deposit_account2() default "";

    @AttributeDefinition(name = "Bank account, line 3", required = false)
    String deposit_account3() default "";

    @AttributeDefinition(
            name = "Fee for a returned payment",
            required = false,
            description =
                    "Charged when the bank returns a payment, before taxes, such as 25.00. Cashiers can then record"
                            + " returned payments; leave blank to leave them to those who charge fees")
    String bounce_fee() default "";

    @AttributeDefinition(
            name = "Name of the fee for a returned payment",
            required = false,
            description =
                    "As on statements and invoices; leave blank for Returned payment fee, in the school's language")
    String bounce_fee$_$name() default "";

    @AttributeDefinition(
            name = "Taxes on the fee for a returned payment",
            required = false,
            description = "The short names of the taxes, such as GST; leave blank for none, as is usual")
    String bounce_fee$_$taxes() default "";

    @AttributeDefinition(
            name = "Days of cash only",
            description = "For so many days after a returned payment, other methods than cash must be confirmed: 0 to"
                    + " 3650")
    String bounce_cash$_$only$_$days() default "90";

    @AttributeDefinition(
            name = "Tax 1, name",
            required = false,
            description =
                    "A short name such as GST: 1 to 16 characters without spaces or commas; leave blank for no tax")
    String tax1_name() default "";

    @AttributeDefinition(
            name = "Tax 1, rate",
            required = false,
            description = "The percentage, such as 5 or 9.975. For another rate from a day on, use"
                    + " tax1.rate.2026-10-01 = 6")
    String tax1_rate() default "";

    @AttributeDefinition(
            name = "Tax 1, French name",
            required = false,
            description =
                    "Shown in French, such as TPS; the names of Canada's sales taxes are known. For another language, use"
                            + " tax1.name. followed by its code")
    String tax1_name_fr() default "";

    @AttributeDefinition(name = "Tax 2, name", required = false)
    String tax2_name() default "";

    @AttributeDefinition(name = "Tax 2, rate", required = false)
    String tax2_rate() default "";

    @AttributeDefinition(name = "Tax 2, French name", required = false)
    String tax2_name_fr() default "";

    @AttributeDefinition(name = "Tax 3, name", required = false)
    String tax3_name() default "";

    @AttributeDefinition(name = "Tax 3, rate", required = false)
    String tax3_rate() default "";

    @AttributeDefinition(name = "Tax 3, French name", required = false)
    String tax3_name_fr() default "";

    @AttributeDefinition(name = "Tax 4, name", required = false)
    String tax4_name() default "";

    @AttributeDefinition(name = "Tax 4, rate", required = false)
    String tax4_rate() default "";

    @AttributeDefinition(name = "Tax 4, French name", required = false)
    String tax4_name_fr() default "";

    @AttributeDefinition(
            name = "Account for charges",
            required = false,
            description =
                    "The account in the accounting system, for the export: 1 to 32 characters without spaces or commas."
                            + " For the account of a single fee, use account.fee.NAME = 4010 Lab fee")
    String account_charge() default "";

    @AttributeDefinition(
            name = "Account for payments",
            required = false,
            description = "Used when the payment method has no account of its own")
    String account_payment() default "";

    @AttributeDefinition(
            name = "Account for payments on account",
            required = false,
            description = "Used when the payment method has no account of its own")
    String account_on$_$account() default "";

    @AttributeDefinition(
            name = "Account for reversed charges",
            required = false,
            description = "By default, the account of the fee")
    String account_reversal() default "";

    @AttributeDefinition(
            name = "Account for waivers",
            required = false,
            description = "By default, the account of the fee")
    String account_waiver() default "";

    @AttributeDefinition(
            name = "Account for refunds",
            required = false,
            description = "Used when the payment method has no account of its own")
    String account_refund() default "";

    @AttributeDefinition(
            name = "Account for voided payments",
            required = false,
            description = "Used when the payment method has no account of its own")
    String account_void() default "";

    @AttributeDefinition(name = "Account for cash rounding", required = false)
    String account_rounding() default "";

    @AttributeDefinition(
            name = "Account for receivables",
            required = false,
            description = "For postings to the books: an ordinary account, not one that is linked to customers")
    String account_receivable() default "";

    @AttributeDefinition(
            name = "Account for credit",
            required = false,
            description = "For postings to the books: the liability for money that students have on account")
    String account_credit() default "";

    @AttributeDefinition(
            name = "Account for taxes",
            required = false,
            description = "For postings to the books. For the account of a single tax, use account.tax.GST = 2310")
    String account_tax() default "";

    @AttributeDefinition(name = "Account for cash", required = false)
    String account_method_cash() default "";

    @AttributeDefinition(name = "Account for cheques", required = false)
    String account_method_cheque() default "";

    @AttributeDefinition(name = "Account for cards", required = false)
    String account_method_card() default "";

    @AttributeDefinition(name = "Account for transfers", required = false)
    String account_method_transfer() default "";

    @AttributeDefinition(name = "Account for other methods", required = false)
    String account_method_other() default "";

    @AttributeDefinition(
            name = "Mail server",
            required = false,
            description =
                    "The server name, for e-mailing invoices; leave blank for no e-mail. For the school's own wording,"
                            + " use mail.subject.en, mail.text.en, mail.subject.fr and so on")
    String mail_host() default "";

    @AttributeDefinition(
            name = "Mail server, port",
            required = false,
            description = "By default 587; 465 for tls, 25 for none")
    String mail_port() default "";

    @AttributeDefinition(
            name = "Mail server, security",
            options = {
                @Option(label = "STARTTLS", value = "starttls"),
                @Option(label = "TLS", value = "tls"),
                @Option(label = "None", value = "none")
            },
            description = "Use None only for a server on the same machine")
    String mail_security() default "starttls";

    @AttributeDefinition(name = "Mail server, user", required = false)
    String mail_user() default "";

    @AttributeDefinition(name = "Mail server, password", required = false, type = AttributeType.PASSWORD)
    String _mail_password() default "";

    @AttributeDefinition(
            name = "E-mail, from",
            required = false,
            description = "The sender address, such as office@school.example")
    String mail_from() default "";

    @AttributeDefinition(
            name = "E-mail, reply to",
            required = false,
            description = "The address for replies, if different")
    String mail_reply$_$to() default "";

    @AttributeDefinition(name = "E-mail, messages per minute", description = "1 to 6000")
    String mail_per$_$minute() default "60";

    @AttributeDefinition(
            name = "E-mail, attempts",
            description = "The number of attempts for each message, or for a server that does not respond: 1 to 10")
    String mail_attempts() default "3";

    @AttributeDefinition(
            name = "E-mail, blind copies",
            description = "true to send one message to all addresses of a family, as blind copies; false to send each"
                    + " address a message of its own")
    String mail_blind$_$copies() default "false";
}
