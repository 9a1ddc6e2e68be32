package io.nexum.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program. */
@SpringBootApplication(proxyBeanMethods = false)
public class NexumApplication {
    public static void main(String[] args) {
        SpringApplication.run(NexumApplication.class, args);
    }
}
