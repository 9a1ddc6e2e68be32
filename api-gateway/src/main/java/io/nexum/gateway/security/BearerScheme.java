package io.nexum.gateway.security;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells readers of the API's document, and their tools, how to get in. */
@Configuration(proxyBeanMethods = false)
class BearerScheme {
    private static final String NAME = "bearer";
    private static final String API_KEY = "api_key";

    @Bean
    static OpenAPI document() {
        return new OpenAPI()
                .info(new Info()
                        .title("Nexum")
                        .version("1.0.0")
                        .description("A core banking backend whose books are its events. POST /auth/login answers an"
                                + " access token; send it as Authorization: Bearer ... with every other request.")
                        .license(new License().name("MIT")))
                .components(new Components()
                        .addSecuritySchemes(
                                NAME,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT"))
                        .addSecuritySchemes(
                                API_KEY,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("X-API-Key")))
                .addSecurityItem(new SecurityRequirement().addList(NAME))
                .addSecurityItem(new SecurityRequirement().addList(API_KEY));
    }
}
