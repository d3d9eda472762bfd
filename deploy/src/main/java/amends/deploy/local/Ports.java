package amends.deploy.local;

import java.net.URI;

/// Ten ports in a row on loopback, from the base on.
public record Ports(int base) {

    public static final int DEFAULT_BASE = 8080;

    private static final int COUNT = 10;
    private static final int CONTROLLER = 6;
    private static final int SMTP = 8;

    public Ports {
        if (base < 1024 || base > 65536 - COUNT) {
            throw new IllegalArgumentException(
                    "The port base must lie between 1024 and "
                            + (65536 - COUNT)
                            + "; "
                            + base
                            + " does not.");
        }
    }

    public int of(Part part) {
        return base + part.portOffset();
    }

    public int controller() {
        return base + CONTROLLER;
    }

    public int smtp() {
        return base + SMTP;
    }

    public URI url(Part part) {
        return URI.create("http://127.0.0.1:" + of(part));
    }

    public String kafka() {
        return "127.0.0.1:" + of(Part.BROKER);
    }
}
