package amends.intake.channel;

import amends.contracts.contact.ChannelName;

import java.util.Set;

/// A channel whose inputs are posted, one by one, to `/channels/{name}`.
public interface PostedChannel extends Channel {

    String JSON = "application/json";
    String FORM_DATA = "multipart/form-data";

    /// The media type in which it is posted, without parameters.
    default String mediaType() {
        return JSON;
    }

    /// As which channels its contacts count; whoever is limited to channels needs one of them.
    Set<ChannelName> contactsAs();
}
