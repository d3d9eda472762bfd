package amends.workflow.customer;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.contact.Customer;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.personal.AccountHandle;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.PersonName;
import amends.contracts.personal.PhoneNumber;
import amends.workflow.customer.KnownCustomer.Obstacle;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class KnownCustomerTest {

    private static final String PHONE = "+81312345678";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info@example.org", "SUPPORT@example.org", "customer.service@example.org",
                "no-reply@example.org", "sales+jp@example.org", "madoguchi@example.jp"
            })
    void whoeverIsKnownByARoleMailboxAloneIsNotLinked(String mailbox) {
        assertThat(known(seen(IdentifiedBy.EMAIL, null, mailbox, null)))
                .contains(Obstacle.ROLE_MAILBOX);
        assertThat(
                        known(
                                seen(IdentifiedBy.EMAIL, "Ada", mailbox, null),
                                seen(IdentifiedBy.EMAIL, "Bea", mailbox, null)))
                .contains(Obstacle.ROLE_MAILBOX);
        assertThat(known(seen(IdentifiedBy.EMAIL, "Ada", mailbox, null))).isEmpty();
    }

    @Test
    void aTelephoneThatSeveralCallFromTellsNobody() {
        assertThat(
                        known(
                                seen(IdentifiedBy.PHONE, "Hanako", null, PHONE),
                                seen(IdentifiedBy.PHONE, "Taro", null, PHONE)))
                .contains(Obstacle.SHARED_PHONE);
        assertThat(known(seen(IdentifiedBy.CONTACT_ALONE, null, null, PHONE)))
                .contains(Obstacle.SHARED_PHONE);
    }

    @ParameterizedTest
    @CsvSource({"林,小林", "Li,Charlie", "Li,Liam", "林,林田 花子", "田花子,山田花子", "Ann,Ann-Marie Ito"})
    void aNameThatOnlyStandsInTheLettersOfAnotherIsSomebodyElse(String one, String other) {
        assertThat(
                        known(
                                seen(IdentifiedBy.PHONE, one, null, PHONE),
                                seen(IdentifiedBy.PHONE, other, null, PHONE)))
                .contains(Obstacle.SHARED_PHONE);
    }

    @ParameterizedTest
    @CsvSource({
        "山田,山田花子",
        "山田,山田 花子",
        "花子,山田　花子",
        "山田花子,山田 花子",
        "LI,Bruce Li",
        "Hanako Yamada,Yamada Hanako"
    })
    void aNameAndMoreOfItIsOnePerson(String one, String other) {
        assertThat(
                        known(
                                seen(IdentifiedBy.PHONE, one, null, PHONE),
                                seen(IdentifiedBy.PHONE, other, null, PHONE)))
                .isEmpty();
    }

    @Test
    void oneWhoCallsWithAndWithoutHisWholeNameIsOnePerson() {
        assertThat(
                        known(
                                seen(IdentifiedBy.PHONE, "Hanako Yamada", null, PHONE),
                                seen(IdentifiedBy.PHONE, "yamada", null, PHONE),
                                seen(IdentifiedBy.PHONE, null, null, PHONE)))
                .isEmpty();
    }

    @Test
    void whoeverHasSomethingOfHisOwnOrNothingAtAllMayBeLinked() {
        assertThat(known(seen(IdentifiedBy.EMAIL, null, "ada@example.org", PHONE))).isEmpty();
        assertThat(known(seen(IdentifiedBy.PHONE, null, null, PHONE))).isEmpty();
        assertThat(known(seen(IdentifiedBy.CONTACT_ALONE, null, null, null))).isEmpty();
        Customer account =
                new Customer(
                        new CustomerId("c"),
                        IdentifiedBy.ACCOUNT,
                        null,
                        List.of(new EmailAddress("info@example.org")),
                        List.of(),
                        List.of(new AccountHandle("customer:1")),
                        null,
                        new CustomerTier("standard"));
        assertThat(known(account)).isEmpty();
    }

    private static Optional<Obstacle> known(Customer... seen) {
        return new KnownCustomer(List.of(seen)).obstacle();
    }

    private static Customer seen(
            IdentifiedBy by,
            @Nullable String name,
            @Nullable String mailbox,
            @Nullable String phone) {
        return new Customer(
                new CustomerId("c"),
                by,
                name == null ? null : new PersonName(name),
                mailbox == null ? List.of() : List.of(new EmailAddress(mailbox)),
                phone == null ? List.of() : List.of(new PhoneNumber(phone)),
                List.of(),
                null,
                new CustomerTier("standard"));
    }
}
