package amends.intake.channel;

import amends.contracts.wire.Wire;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Brings CloudEvents in their XML format into structured JSON. Nothing outside the document is
/// ever read.
public final class EventXml {

    private static final String SPACE = "http://cloudevents.io/xmlformat/V1";
    private static final String TYPES = "http://www.w3.org/2001/XMLSchema-instance";
    private static final String DATA = "data";
    private static final Map<String, String> KNOWN =
            Map.of(
                    "id", "ce:string",
                    "source", "ce:uriRef",
                    "type", "ce:string",
                    "subject", "ce:string",
                    "time", "ce:timestamp",
                    "dataschema", "ce:uri",
                    "datacontenttype", "ce:string");
    private static final Set<String> SIMPLE =
            Set.of("ce:string", "ce:uri", "ce:uriRef", "ce:timestamp", "ce:binary");
    private static final XMLInputFactory PARSERS = parsers();

    private final XMLStreamReader xml;

    private EventXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    /// One event as structured JSON.
    public static ObjectNode event(byte[] document) throws UnfitEvent {
        return read(document, "event", xml -> xml.event());
    }

    /// The events of a batch, each as structured JSON.
    public static List<ObjectNode> batch(byte[] document) throws UnfitEvent {
        return read(document, "batch", xml -> xml.batch());
    }

    private interface Use<T> {
        T of(EventXml xml) throws XMLStreamException, UnfitEvent;
    }

    private static <T> T read(byte[] document, String root, Use<T> use) throws UnfitEvent {
        try {
            XMLStreamReader xml = PARSERS.createXMLStreamReader(new ByteArrayInputStream(document));
            EventXml reader = new EventXml(xml);
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                if (xml.getEventType() == XMLStreamConstants.DTD) {
                    throw new UnfitEvent("A document type is not read");
                }
            }
            if (!reader.isOurs() || !xml.getLocalName().equals(root)) {
                throw new UnfitEvent("The outer element is not " + root + " of " + SPACE);
            }
            return use.of(reader);
        } catch (XMLStreamException | NoSuchElementException e) {
            throw new UnfitEvent("Not readable as XML: " + firstLine(e));
        }
    }

    private List<ObjectNode> batch() throws XMLStreamException, UnfitEvent {
        List<ObjectNode> events = new ArrayList<>();
        while (isAtChild()) {
            if (!isOurs()) {
                skip();
            } else if (xml.getLocalName().equals("event")) {
                events.add(event());
            } else {
                throw new UnfitEvent("A batch has no " + xml.getLocalName());
            }
        }
        return events;
    }

    private ObjectNode event() throws XMLStreamException, UnfitEvent {
        ObjectNode event = Wire.mapper().createObjectNode();
        String version = xml.getAttributeValue("", "specversion");
        if (version != null) {
            event.put("specversion", version);
        }
        while (isAtChild()) {
            if (!isOurs()) {
                skip();
            } else if (xml.getLocalName().equals(DATA)) {
                data(event);
            } else {
                attribute(event);
            }
        }
        String type = event.path("datacontenttype").asString("");
        if (event.path(DATA).isString() && EventForms.isJson(type)) {
            json(event);
        }
        return event;
    }

    private void attribute(ObjectNode event) throws XMLStreamException, UnfitEvent {
        String name = xml.getLocalName();
        String told = xml.getAttributeValue(TYPES, "type");
        String known = KNOWN.get(name);
        String type = told == null && known != null ? known : told;
        String value = xml.getElementText();
        if (event.has(name)) {
            throw new UnfitEvent(name + " stands twice");
        }
        if (type == null || (known != null && !known.equals(type))) {
            throw new UnfitEvent(name + " has the wrong xsi:type, or none");
        }
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            throw new UnfitEvent(name + " goes over several lines");
        }
        put(event, name, type, value);
    }

    private static void put(ObjectNode event, String name, String type, String value)
            throws UnfitEvent {
        try {
            switch (type) {
                case "ce:integer" -> event.put(name, Integer.parseInt(value));
                case "ce:boolean" -> event.put(name, truth(name, value));
                default -> {
                    if (!SIMPLE.contains(type)) {
                        throw new UnfitEvent(name + " has an xsi:type that CloudEvents don't know");
                    }
                    event.put(name, value);
                }
            }
        } catch (NumberFormatException e) {
            throw new UnfitEvent(name + " is no 32-bit integer");
        }
    }

    private static boolean truth(String name, String value) throws UnfitEvent {
        if (!value.equals("true") && !value.equals("false")) {
            throw new UnfitEvent(name + " is neither true nor false");
        }
        return value.equals("true");
    }

    private void data(ObjectNode event) throws XMLStreamException, UnfitEvent {
        if (event.has(DATA) || event.has("data_base64")) {
            throw new UnfitEvent("data stands twice");
        }
        String type = xml.getAttributeValue(TYPES, "type");
        switch (type == null ? "" : type) {
            case "xs:string" -> event.put(DATA, xml.getElementText());
            case "xs:base64Binary" -> event.put("data_base64", xml.getElementText().strip());
            case "xs:any" -> event.put(DATA, only());
            default ->
                    throw new UnfitEvent(
                            "data needs the xsi:type xs:string, xs:base64Binary or xs:any");
        }
    }

    private String only() throws XMLStreamException, UnfitEvent {
        if (!isAtChild()) {
            throw new UnfitEvent("data of the xsi:type xs:any needs one element");
        }
        String element = ElementText.of(xml);
        if (isAtChild()) {
            throw new UnfitEvent("data of the xsi:type xs:any has several elements");
        }
        return element;
    }

    private static void json(ObjectNode event) throws UnfitEvent {
        try {
            event.set(DATA, Wire.mapper().readTree(event.path(DATA).stringValue()));
            Wire.write(event); // within the event it is nested one deeper
        } catch (JacksonException e) {
            throw new UnfitEvent("data is called JSON and isn't, or is nested too deep");
        }
    }

    /// Goes on to the next element within this one; false at its end. Only elements may stand
    /// there.
    private boolean isAtChild() throws XMLStreamException, UnfitEvent {
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!xml.isWhiteSpace()) {
                        throw new UnfitEvent("Text stands between elements");
                    }
                }
                default -> {
                    // comments and the like
                }
            }
        }
    }

    private boolean isOurs() {
        return SPACE.equals(xml.getNamespaceURI());
    }

    private void skip() throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // nobody reads it
                }
            }
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_COALESCING, true);
        return parsers;
    }
}
