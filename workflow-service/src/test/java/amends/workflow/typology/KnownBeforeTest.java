package amends.workflow.typology;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contracts.complaint.ComplaintEvent.TypologyCorrected;
import amends.contracts.complaint.ComplaintEvent.TypologyRecognised;
import amends.contracts.policy.PolicyName;
import amends.contracts.policy.PolicyVersion;
import amends.contracts.typology.Relation;
import amends.contracts.typology.Temper;

import org.junit.jupiter.api.Test;

import java.util.List;

/// What is known of a customer's type goes with him to his next complaint.
class KnownBeforeTest {

    private static Typology shown(Temper temper, Relation relation) {
        PolicyVersion policy = new PolicyVersion(new PolicyName("typology"), 1);
        return Typology.UNKNOWN.after(
                new TypologyRecognised(temper, List.of(), relation, List.of(), policy));
    }

    private static Typology corrected(Temper temper) {
        return Typology.UNKNOWN.after(new TypologyCorrected(temper, null));
    }

    @Test
    void nothingIsKnownOfANewCustomer() {
        KnownBefore nothing = KnownBefore.of(List.of());
        assertThat(nothing.temper(Typology.UNKNOWN)).isNull();
        assertThat(nothing.adds(Typology.UNKNOWN)).isFalse();
    }

    @Test
    void whatTheLatestOfHisComplaintsShowedIsWhereToStart() {
        KnownBefore before =
                KnownBefore.of(
                        List.of(
                                shown(null, Relation.FREQUENT),
                                shown(Temper.ANGRY, Relation.VOCAL),
                                shown(Temper.GENTLE, null)));
        assertThat(before)
                .isEqualTo(new KnownBefore(Temper.ANGRY, false, Relation.FREQUENT, false));
        assertThat(before.temper(Typology.UNKNOWN)).isEqualTo(Temper.ANGRY);
    }

    @Test
    void whatAPersonCorrectedWinsOverLaterSigns() {
        KnownBefore before =
                KnownBefore.of(List.of(shown(Temper.ANGRY, null), corrected(Temper.HESITANT)));
        assertThat(before).isEqualTo(new KnownBefore(Temper.HESITANT, true, null, false));
    }

    @Test
    void whatThePresentComplaintShowsComesFirst() {
        KnownBefore before = KnownBefore.of(List.of(corrected(Temper.HESITANT)));
        Typology present = shown(Temper.ANGRY, Relation.VOCAL);
        assertThat(before.temper(present)).isEqualTo(Temper.ANGRY);
        assertThat(before.adds(present)).isFalse();
        assertThat(before.adds(shown(null, Relation.VOCAL))).isTrue();
    }
}
