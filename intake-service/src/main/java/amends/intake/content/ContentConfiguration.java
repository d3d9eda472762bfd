package amends.intake.content;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

import java.nio.file.Path;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ContentConfiguration.Settings.class)
class ContentConfiguration {

    /// @param folder where the files of contacts are kept
    /// @param leastFree what the disk has to have left; below, mails with files wait at their
    ///   senders
    @ConfigurationProperties("amends.intake.content")
    record Settings(Path folder, @DefaultValue("256MB") DataSize leastFree) {}

    @Bean
    ContentStore contentStore(Settings settings) {
        return new FolderContentStore(settings.folder(), settings.leastFree().toBytes());
    }
}
