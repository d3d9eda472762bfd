package amends.intake.channel;

import amends.contracts.contact.ChannelName;

/// Complaints in canonical JSON: web forms, apps, integrations that speak our own form.
public final class ComplaintChannel implements Channel {

    private static final ChannelName NAME = new ChannelName("complaints");
    private static final ChannelName WEB_FORM = new ChannelName("web-form");

    private final CanonicalForm form;

    public ComplaintChannel(CanonicalForm form) {
        this.form = form;
    }

    @Override
    public ChannelName name() {
        return NAME;
    }

    @Override
    public Reading read(Arrival arrival) {
        return form.read(arrival, WEB_FORM);
    }
}
