package amends.analytics.stream;

import amends.contracts.figure.FigureKey;
import amends.contracts.figure.FigureView;

/// A view and a figure in it as one key, as [amends.contracts.figure.Figure#key] writes it.
record FigureName(FigureView view, FigureKey id) {

    private static final char SEPARATOR = '/';

    static String of(FigureView view, FigureKey id) {
        return view.value() + SEPARATOR + id.value();
    }

    static FigureName parse(String key) {
        int end = key.indexOf(SEPARATOR);
        return new FigureName(
                new FigureView(key.substring(0, end)), new FigureKey(key.substring(end + 1)));
    }
}
