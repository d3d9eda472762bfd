package amends.contracts.customer;

import amends.contracts.contact.CustomerId;
import amends.contracts.personal.FreeText;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.util.List;

/// What people said of two customers that were told apart by their contact points.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface CustomerLinkEvent {

    CustomerId one();

    CustomerId other();

    FreeText reason();

    default List<CustomerId> ends() {
        return List.of(one(), other());
    }

    /// They are one person.
    record CustomersLinked(CustomerId one, CustomerId other, FreeText reason)
            implements CustomerLinkEvent {}

    /// That was a mistake: they are told apart as before.
    record CustomersUnlinked(CustomerId one, CustomerId other, FreeText reason)
            implements CustomerLinkEvent {}
}
