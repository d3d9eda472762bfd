package amends.analytics.view;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import java.util.List;

/// A query parameter that has to be one of a few words.
public final class Choice {

    private Choice() {}

    /// Returns the value, or answers 400 with the words that are possible.
    public static String of(String parameter, String value, List<String> possible) {
        if (!possible.contains(value)) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST,
                    "The parameter "
                            + parameter
                            + " must be one of "
                            + String.join(", ", possible));
        }
        return value;
    }
}
