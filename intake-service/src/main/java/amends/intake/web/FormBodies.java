package amends.intake.web;

import amends.contracts.contact.MediaTypeName;
import amends.intake.channel.PostedChannel;

import org.springframework.http.HttpStatus;

/// The media type of a form as it came: the boundary of its parts stands in it.
final class FormBodies {

    private FormBodies() {}

    /// @throws Refusal 400 when it is no type
    static MediaTypeName mediaType(String told) {
        int parameters = told.indexOf(';');
        if (parameters < 0 || told.length() > MediaTypeName.LONGEST) {
            throw new Refusal(
                    HttpStatus.BAD_REQUEST, "The Content-Type of a form names its boundary.");
        }
        return new MediaTypeName(PostedChannel.FORM_DATA + told.substring(parameters));
    }
}
