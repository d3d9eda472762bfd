package amends.intake.drop;

import amends.intake.SourceReaders;
import amends.intake.bulk.Importer;
import amends.intake.bulk.Imports;
import amends.intake.ledger.Remainders;
import amends.intake.mapping.Mappings;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DropSettings.class)
class DropConfiguration {

    @Bean
    SourceReaders dropFolders(
            DropSettings settings,
            Mappings mappings,
            Importer importer,
            Imports imports,
            Remainders remainders,
            InstantSource clock) {
        return new SourceReaders(
                () ->
                        folders(settings, mappings).stream()
                                .map(
                                        folder ->
                                                new DropFolder(
                                                        folder,
                                                        mappings,
                                                        settings,
                                                        importer,
                                                        imports,
                                                        remainders,
                                                        clock))
                                .toList());
    }

    /// One per mapping; those that are not there yet are made.
    private static List<Path> folders(DropSettings settings, Mappings mappings) {
        Path all = settings.folder();
        if (all == null) {
            return List.of();
        }
        return Stream.concat(mappings.names().stream(), Stream.of(DropFolder.CANONICAL))
                .map(name -> made(all.resolve(name)))
                .toList();
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
