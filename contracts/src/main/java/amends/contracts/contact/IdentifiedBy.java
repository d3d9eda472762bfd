package amends.contracts.contact;

/// What tells one customer from another, strongest first. It decides what "distinct customers"
/// means in every figure.
public enum IdentifiedBy {
    /// The customer's number at the brand.
    ACCOUNT,
    EMAIL,
    PHONE,
    /// Nobody is named, but facts were stated that together point to one person, such as place,
    /// model and first registration of a car.
    STATED_FACTS,
    /// Nothing is known: the contact counts as a customer of its own.
    CONTACT_ALONE
}
