package amends.analytics.view;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/// Gives any table of figures as a file for spreadsheets to whoever accepts `text/csv`.
final class CsvAnswers extends AbstractHttpMessageConverter<FigureTable> {

    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    CsvAnswers() {
        super(CSV);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return FigureTable.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected FigureTable readInternal(Class<? extends FigureTable> type, HttpInputMessage input) {
        throw new HttpMessageNotReadableException("Figures are not taken in as CSV", input);
    }

    @Override
    protected void writeInternal(FigureTable table, HttpOutputMessage output) throws IOException {
        output.getHeaders().set("Content-Disposition", "attachment; filename=\"figures.csv\"");
        Csv.write(table, new OutputStreamWriter(output.getBody(), StandardCharsets.UTF_8));
    }
}
