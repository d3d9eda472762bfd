package amends.workflow.view;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/// A [BoardRow] that is JSON already, to be handed on as it is.
public record RowJson(String json) {

    @Override
    @JsonValue
    @JsonRawValue
    public String json() {
        return json;
    }
}
