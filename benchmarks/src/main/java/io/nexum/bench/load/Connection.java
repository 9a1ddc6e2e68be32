package io.nexum.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection that always has one request under way. */
final class Connection implements AutoCloseable {
    private final InetSocketAddress address;
    private final Selector selector;
    private final ByteBuffer request;
    private final AnswerParser answer = new AnswerParser();
    private SocketChannel channel;
    private SelectionKey key;
    private long sentAt;

    Connection(InetSocketAddress address, Selector selector, int requestLengthMax) throws IOException {
        this.address = address;
        this.selector = selector;
        this.request = ByteBuffer.allocateDirect(requestLengthMax);
        this.channel = open();
        this.key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    private SocketChannel open() throws IOException {
        SocketChannel opened = SocketChannel.open(address);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        opened.configureBlocking(false);
        return opened;
    }

    void send(Requests requests) throws IOException {
        if (answer.closes()) {
            reopen();
        }
        answer.reset();
        requests.next(request.clear());
        sentAt = System.nanoTime();
        write();
    }

    /** Sends what is left of a request that the socket didn't take at once. */
    void write() throws IOException {
        channel.write(request);
        int interest = request.hasRemaining() ? SelectionKey.OP_WRITE | SelectionKey.OP_READ : SelectionKey.OP_READ;
        if (key.interestOps() != interest) {
            key.interestOps(interest);
        }
    }

    /**
     * Reads what has come.
     *
     * @return whether the answer is complete
     */
    boolean read(ByteBuffer buffer) throws IOException {
        if (channel.read(buffer.clear()) < 0) {
            if (!answer.untouched()) {
                throw new IOException("the server closed the connection within an answer");
            }
            // A server may close an idle connection at any time, and has not taken the request then.
            reopen();
            request.rewind();
            write();
            return false;
        }
        return answer.take(buffer.flip());
    }

    AnswerParser answer() {
        return answer;
    }

    long sentAt() {
        return sentAt;
    }

    private void reopen() throws IOException {
        channel.close();
        channel = open();
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
