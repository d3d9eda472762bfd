package amends.workflow.typology;

import amends.contracts.complaint.ComplaintEvent.TypologyCorrected;
import amends.contracts.complaint.ComplaintEvent.TypologyRecognised;
import amends.contracts.typology.Relation;
import amends.contracts.typology.Temper;
import amends.contracts.typology.TypologySign;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Of what type the customer of a complaint is, as far as signs and people tell. What a person
/// corrected no sign changes any more.
///
/// @param temperSigns what spoke for the temper; none when it was corrected
/// @param relationSigns what spoke for the relation; none when it was corrected
public record Typology(
        @Nullable Temper temper,
        List<TypologySign> temperSigns,
        boolean temperCorrected,
        @Nullable Relation relation,
        List<TypologySign> relationSigns,
        boolean relationCorrected) {

    public static final Typology UNKNOWN =
            new Typology(null, List.of(), false, null, List.of(), false);

    public Typology {
        temperSigns = List.copyOf(temperSigns);
        relationSigns = List.copyOf(relationSigns);
    }

    public Typology after(TypologyRecognised event) {
        return new Typology(
                temperCorrected ? temper : event.temper(),
                temperCorrected ? temperSigns : event.temperSigns(),
                temperCorrected,
                relationCorrected ? relation : event.relation(),
                relationCorrected ? relationSigns : event.relationSigns(),
                relationCorrected);
    }

    public Typology after(TypologyCorrected event) {
        boolean newTemper = event.temper() != null;
        boolean newRelation = event.relation() != null;
        return new Typology(
                newTemper ? event.temper() : temper,
                newTemper ? List.of() : temperSigns,
                newTemper || temperCorrected,
                newRelation ? event.relation() : relation,
                newRelation ? List.of() : relationSigns,
                newRelation || relationCorrected);
    }

    /// Whether a correction would change nothing: it says what a person said before.
    public boolean isCorrectedTo(@Nullable Temper other, @Nullable Relation otherRelation) {
        return (other != null || otherRelation != null)
                && (other == null || (temperCorrected && other == temper))
                && (otherRelation == null || (relationCorrected && otherRelation == relation));
    }
}
