package amends.deploy.database;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;

/// Documents as BSON, behind their length.
final class DocumentType extends BasicDataType<Document> {

    private static final int ROOM = 1024;
    private static final int MEMORY_PER_VALUE = 48;

    /// A rough figure will do: it decides when a page is split.
    @Override
    public int getMemory(Document document) {
        return memory(document);
    }

    private static int memory(Object value) {
        int memory = MEMORY_PER_VALUE;
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                memory += memory(entry.getKey()) + memory(entry.getValue());
            }
        } else if (value instanceof Collection<?> items) {
            for (Object item : items) {
                memory += memory(item);
            }
        } else if (value instanceof String text) {
            memory += text.length();
        }
        return memory;
    }

    @Override
    public void write(WriteBuffer buffer, Document document) {
        ByteBuf bson = Unpooled.buffer(ROOM);
        BsonEncoder.encodeDocument(document, bson);
        buffer.putInt(bson.readableBytes());
        buffer.put(bson.nioBuffer());
    }

    @Override
    public Document read(ByteBuffer buffer) {
        int length = buffer.getInt();
        ByteBuf bson = Unpooled.wrappedBuffer(buffer.slice(buffer.position(), length));
        buffer.position(buffer.position() + length);
        return BsonDecoder.decodeBson(bson);
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
