package amends.contracts.contact;

import amends.contracts.complaint.ComplaintId;
import amends.contracts.name.Crockford;
import amends.contracts.name.TypedName;

import com.fasterxml.jackson.annotation.JsonCreator;

/// The complainant, derived from the strongest thing known about him (see [IdentifiedBy]).
public record CustomerId(String value) implements TypedName {

    private static final int LENGTH = 26;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CustomerId {
        TypedName.checked(value);
    }

    public static CustomerId derive(BrandName brand, IdentifiedBy identifiedBy, String identity) {
        return new CustomerId(
                Crockford.hash(LENGTH, "customer", brand.value(), identifiedBy.name(), identity));
    }

    /// Whoever made one complaint, told apart by a person from those who use the same contact
    /// point.
    public static CustomerId ofComplaint(ComplaintId complaint) {
        return new CustomerId(Crockford.hash(LENGTH, "customer-of-complaint", complaint.value()));
    }

    @Override
    public String toString() {
        return value;
    }
}
