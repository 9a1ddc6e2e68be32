package io.nexum.command.axon;

import io.nexum.kernel.Command;
import io.nexum.kernel.CommandContext;
import io.nexum.kernel.Commands;
import java.util.stream.Stream;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.distributed.MetaDataRoutingStrategy;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Sends commands through Axon Server, which brings those of one entity to one node as long as that node is there. */
public final class AxonServerRouting implements Commands, AutoCloseable {
    private final AxonServerConnectionManager connections;
    private final AxonServerCommandBus bus;
    private final RoutedCommands commands;

    private AxonServerRouting(
            AxonServerConnectionManager connections, AxonServerCommandBus bus, RoutedCommands commands) {
        this.connections = connections;
        this.bus = bus;
        this.commands = commands;
    }

    /**
     * Connects in the background and goes on trying.
     *
     * @param servers {@code host:port}, several with commas
     * @param local executes the commands that come to this node
     */
    public static AxonServerRouting connect(String servers, Commands local, Stream<Class<? extends Command<?>>> types) {
        AxonServerConfiguration configuration = AxonServerConfiguration.builder()
                .servers(servers)
                .componentName("nexum")
                .build();
        AxonServerConnectionManager connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
        connections.start();
        AxonServerCommandBus bus = AxonServerCommandBus.builder()
                .axonServerConnectionManager(connections)
                .configuration(configuration)
                .localSegment(SimpleCommandBus.builder().build())
                .serializer(Jackson3Serializer.builder().build())
                .routingStrategy(MetaDataRoutingStrategy.builder()
                        .metaDataKey(RoutedCommands.ROUTING_KEY)
                        .build())
                .build();
        bus.start();
        return new AxonServerRouting(connections, bus, new RoutedCommands(bus, local, types));
    }

    @Override
    public <R> Outcome<R> send(Command<R> command, CommandContext context) {
        return commands.send(command, context);
    }

    @Override
    public void close() {
        bus.disconnect().join();
        bus.shutdownDispatching().join();
        connections.shutdown();
    }
}
