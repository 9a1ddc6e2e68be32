package io.nexum.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** The source of a client in some language, made of the API's document alone. */
record GeneratedClient(Path folder) {
    /** Neither its tests nor its documentation are asked for. */
    private static final Map<String, String> PARTS = Map.of(
            "apis",
            "",
            "models",
            "",
            "supportingFiles",
            "",
            "apiTests",
            "false",
            "modelTests",
            "false",
            "apiDocs",
            "false",
            "modelDocs",
            "false");

    /** @param generator as openapi-generator calls it: java, python, typescript-fetch */
    static GeneratedClient of(Path document, String generator, Map<String, Object> options, Path folder) {
        CodegenConfigurator made = new CodegenConfigurator()
                .setGeneratorName(generator)
                .setInputSpec(document.toString())
                .setOutputDir(folder.toString())
                .setAdditionalProperties(options)
                .setGlobalProperties(PARTS);
        new DefaultGenerator().opts(made.toClientOptInput()).generate();
        return new GeneratedClient(folder);
    }

    List<Path> sources(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    /** What a program says of the client; empty if it is content. */
    static String complaints(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : said;
    }

    /** Whether this machine has the program. */
    static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
