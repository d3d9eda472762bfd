package amends.deploy.mail;

import amends.contracts.wire.Wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The mails as pages (`/`, `/mail/{id}`) and as JSON (`/mails?to=&limit=`, `/mails/{id}`), newest
/// first.
final class MailPages {

    private static final int LISTED = 200;
    private static final Pattern PARAMETER = Pattern.compile("(?:^|&)(to|limit)=([^&]*)");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Mailbox mailbox;

    MailPages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    void serve(InetAddress address, int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, 405, "text/plain", "Mails can be read only: use GET.");
            } else if (path.equals("/")) {
                send(exchange, 200, "text/html", list(LISTED));
            } else if (path.equals("/mails")) {
                send(exchange, 200, "application/json", json(exchange));
            } else if (path.startsWith("/mails/")) {
                one(exchange, path.substring("/mails/".length()), "application/json");
            } else if (path.startsWith("/mail/")) {
                one(exchange, path.substring("/mail/".length()), "text/html");
            } else {
                send(exchange, 404, "text/plain", "Nothing here. The mails are listed at /");
            }
        }
    }

    private void one(HttpExchange exchange, String id, String type) throws IOException {
        var found = mailbox.find(id);
        if (found.isEmpty()) {
            send(exchange, 404, "text/plain", "No such mail. The mails are listed at /");
            return;
        }
        ParsedMail mail = found.get();
        send(exchange, 200, type, type.equals("text/html") ? page(mail) : json(mail));
    }

    private String json(HttpExchange exchange) {
        Map<String, String> query = query(exchange);
        String to = query.getOrDefault("to", "").toLowerCase(Locale.ROOT);
        List<Mail> items =
                mailbox.mails()
                        .filter(
                                mail ->
                                        to.isEmpty()
                                                || mail.to().stream()
                                                        .anyMatch(
                                                                it ->
                                                                        it.toLowerCase(Locale.ROOT)
                                                                                .contains(to)))
                        .limit(Integer.parseInt("0" + query.getOrDefault("limit", "200")))
                        .toList();
        return text(Map.of("items", items, "total", mailbox.size()));
    }

    private static String json(ParsedMail mail) {
        return text(
                Map.of(
                        "id", mail.id(),
                        "messageId", mail.header("Message-ID"),
                        "from", mail.header("From"),
                        "to", mail.to(),
                        "subject", mail.header("Subject"),
                        "text", mail.text()));
    }

    private static String text(Object value) {
        return new String(Wire.write(value), StandardCharsets.UTF_8);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return PARAMETER
                .matcher(query == null ? "" : query)
                .results()
                .collect(
                        Collectors.toMap(
                                found -> found.group(1),
                                found -> found.group(2),
                                (first, second) -> second));
    }

    private String list(int limit) {
        String rows =
                mailbox.mails()
                        .limit(limit)
                        .map(
                                mail ->
                                        "<tr><td><time>"
                                                + moment(mail.receivedAt())
                                                + "</time><td>"
                                                + escaped(String.join(", ", mail.to()))
                                                + "<td><a href=\"/mail/"
                                                + mail.id()
                                                + "\">"
                                                + escaped(
                                                        mail.subject().isBlank()
                                                                ? "(no subject)"
                                                                : mail.subject())
                                                + "</a>")
                        .collect(Collectors.joining("\n"));
        return shell(
                "Mails",
                "<h1>Mails</h1><p>"
                        + mailbox.size()
                        + " kept, nothing was sent on. The newest first; the page refreshes"
                        + " itself.</p><table>"
                        + rows
                        + "</table>",
                "<meta http-equiv=refresh content=5>");
    }

    private static String page(ParsedMail mail) {
        String head = mail.headerLines().map(MailPages::escaped).collect(Collectors.joining("\n"));
        return shell(
                mail.header("Subject"),
                "<p><a href=\"/\">all mails</a></p><pre class=head>"
                        + head
                        + "</pre><pre>"
                        + linked(mail.text())
                        + "</pre>",
                "");
    }

    private static String shell(String title, String body, String head) {
        return """
        <!doctype html><html><meta charset=utf-8><meta name=viewport content="width=device-width">%s<title>%s</title>
        <style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#222}
        table{border-collapse:collapse;width:100%%}td{border-top:1px solid #ddd;padding:.35rem .75rem .35rem 0;vertical-align:top}
        pre{white-space:pre-wrap;font:inherit}.head{background:#f4f4f4;padding:1rem;font-size:.9rem}time{color:#666;font-size:.85rem;white-space:nowrap}
        @media(prefers-color-scheme:dark){body{background:#181818;color:#ddd}.head{background:#262626}td{border-color:#333}a{color:#8bf}}</style>
        %s</html>
        """
                .formatted(head, escaped(title), body);
    }

    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /// Links are cut out before escaping, so that neither disturbs the other.
    static String linked(String text) {
        StringBuilder html = new StringBuilder();
        Matcher links = LINK.matcher(text);
        int at = 0;
        while (links.find()) {
            html.append(escaped(text.substring(at, links.start())))
                    .append("<a rel=noreferrer href=\"")
                    .append(escaped(links.group()))
                    .append("\">")
                    .append(escaped(links.group()))
                    .append("</a>");
            at = links.end();
        }
        return html.append(escaped(text.substring(at))).toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.getResponseHeaders()
                .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
