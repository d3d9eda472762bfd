package amends.intake.channel;

import org.jspecify.annotations.Nullable;

import java.io.StringWriter;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/// Writes one element of a document as a document of its own.
final class ElementText {

    private static final XMLOutputFactory WRITERS = writers();

    private ElementText() {}

    /// @param xml at the beginning of the element, and then at its end
    static String of(XMLStreamReader xml) throws XMLStreamException {
        StringWriter text = new StringWriter();
        XMLStreamWriter out = WRITERS.createXMLStreamWriter(text);
        begin(xml, out);
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    begin(xml, out);
                    depth++;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    out.writeEndElement();
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                        out.writeCharacters(xml.getText());
                default -> {
                    // comments say nothing
                }
            }
        }
        out.close();
        return text.toString();
    }

    private static void begin(XMLStreamReader xml, XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement(
                text(xml.getPrefix()), xml.getLocalName(), text(xml.getNamespaceURI()));
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            out.writeAttribute(
                    text(xml.getAttributePrefix(i)),
                    text(xml.getAttributeNamespace(i)),
                    xml.getAttributeLocalName(i),
                    xml.getAttributeValue(i));
        }
    }

    private static String text(@Nullable String name) {
        return name == null ? "" : name;
    }

    private static XMLOutputFactory writers() {
        XMLOutputFactory writers = XMLOutputFactory.newDefaultFactory();
        writers.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, true);
        return writers;
    }
}
