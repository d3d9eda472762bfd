package amends.intake.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import amends.contracts.contact.ContactId;
import amends.contracts.contact.IdentifiedBy;
import amends.contracts.personal.AccountHandle;
import amends.contracts.personal.EmailAddress;
import amends.contracts.personal.PhoneNumber;
import amends.intake.normalise.CustomerIdentity.Told;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class CustomerIdentityTest {

    private static final String OWN = "+819012345678";
    private static final String SWITCHBOARD = "+81312345678";
    private static final SharedPoints SHARED = SharedPoints.of(List.of("+81 3-1234-5678"));

    @Test
    void aRoleMailboxDoesNotMergeThoseWhoWriteFromIt() {
        CustomerIdentity ada = by("Ada Byron", "info@example.org", null);
        assertThat(ada.by()).isEqualTo(IdentifiedBy.EMAIL);
        assertThat(by("ada  byron", "INFO@example.org", null)).isEqualTo(ada);
        assertThat(by("Bea", "info@example.org", null)).isNotEqualTo(ada);
        assertThat(by(null, "info@example.org", null).by()).isEqualTo(IdentifiedBy.CONTACT_ALONE);
    }

    @Test
    void aSharedTelephoneDoesNotMergeThoseWhoCallFromIt() {
        CustomerIdentity hanako = by("Hanako", null, SWITCHBOARD);
        assertThat(hanako.by()).isEqualTo(IdentifiedBy.PHONE);
        assertThat(by("Taro", null, SWITCHBOARD)).isNotEqualTo(hanako);
        assertThat(by(null, null, SWITCHBOARD).by()).isEqualTo(IdentifiedBy.CONTACT_ALONE);
    }

    @Test
    void whoeverSharesATelephoneThatNobodyListedIsToldApartByHisName() {
        CustomerIdentity ann = by("Ann", null, OWN);
        assertThat(ann.by()).isEqualTo(IdentifiedBy.PHONE);
        assertThat(by("Ben", null, OWN)).isNotEqualTo(ann);
        CustomerIdentity nobody = by(null, null, OWN);
        assertThat(nobody).isEqualTo(new CustomerIdentity(IdentifiedBy.PHONE, OWN));
        assertThat(nobody).isNotEqualTo(ann);
        assertThat(by(" . ", null, OWN)).as("no name at all").isEqualTo(nobody);
    }

    @ParameterizedTest
    @CsvSource({
        "Ben Ito,    ben  ito",
        "Ben Ito,    ＢＥＮ　ＩＴＯ",
        "Ben Ito,    Mr. Ben Ito",
        "Ben Ito,    Mr Ben Ito",
        "Ben Ito,    Ben-Ito",
        "Ann Lee,    Ms. Ann Lee",
        "Ann Lee,    MRS ANN LEE",
        "Ito,        Ito-san",
        "山田 花子,  山田花子さん",
        "山田 花子,  山田　花子 様",
        "ヤマダ,     ﾔﾏﾀﾞ さま",
        "王小明,     王小明先生",
    })
    void oneNameInSeveralSpellingsIsOnePersonAtATelephone(String name, String other) {
        assertThat(by(other, null, OWN)).isEqualTo(by(name, null, OWN));
    }

    @ParameterizedTest
    @CsvSource({
        "Ann,     Anna",
        "Morris,  Mr. Ris",
        "Dragan,  Agan",
        "邓丽,    邓丽君",
        "田中,    田中 一郎",
        "Susan,   Su",
    })
    void namesThatAreOnlyAlikeAreTwoPeople(String name, String other) {
        assertThat(by(other, null, OWN)).isNotEqualTo(by(name, null, OWN));
    }

    @Test
    void whatIsHisOwnComesFirstAndNeedsNoName() {
        assertThat(by(null, "info@example.org", OWN))
                .isEqualTo(new CustomerIdentity(IdentifiedBy.PHONE, OWN));
        assertThat(by("Ada", "info@example.org", OWN)).isEqualTo(by("Ada", null, OWN));
        assertThat(by(null, "Ada@example.org", SWITCHBOARD))
                .isEqualTo(new CustomerIdentity(IdentifiedBy.EMAIL, "ada@example.org"));
        Told account =
                new Told(
                        null,
                        List.of(new AccountHandle("customer:1")),
                        List.of(new EmailAddress("info@example.org")),
                        List.of(),
                        List.of());
        assertThat(CustomerIdentity.strongest(account, SHARED, new ContactId("c")))
                .isEqualTo(new CustomerIdentity(IdentifiedBy.ACCOUNT, "customer:1"));
    }

    @Test
    void aSharedTelephoneIsToldWithItsCountryCode() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> SharedPoints.of(List.of("03-1234-5678")))
                .withMessageContaining("country code");
    }

    private static CustomerIdentity by(
            @Nullable String name, @Nullable String mailbox, @Nullable String phone) {
        return CustomerIdentity.strongest(
                new Told(
                        name,
                        List.of(),
                        mailbox == null ? List.of() : List.of(new EmailAddress(mailbox)),
                        phone == null ? List.of() : List.of(new PhoneNumber(phone)),
                        List.of()),
                SHARED,
                new ContactId("c"));
    }
}
