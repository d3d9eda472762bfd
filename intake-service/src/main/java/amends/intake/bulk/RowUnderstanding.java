package amends.intake.bulk;

import amends.intake.channel.Arrival;
import amends.intake.channel.Reading;
import amends.intake.channel.Row;
import amends.intake.channel.Scope;

/// How a row of a file is understood.
interface RowUnderstanding {

    Reading read(Row.Whole row, Arrival arrival);

    Arrival arrival(String raw);

    /// For somebody who may not send everything.
    default RowUnderstanding within(Scope scope) {
        RowUnderstanding whole = this;
        return new RowUnderstanding() {
            @Override
            public Reading read(Row.Whole row, Arrival arrival) {
                return scope.within(whole.read(row, arrival));
            }

            @Override
            public Arrival arrival(String raw) {
                return whole.arrival(raw);
            }
        };
    }
}
