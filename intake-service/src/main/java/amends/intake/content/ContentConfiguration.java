package amends.intake.content;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FileSettings.class)
class ContentConfiguration {

    @Bean
    ContentStore contentStore(FileSettings settings) {
        String bucket = settings.s3().bucket();
        if (bucket == null || bucket.isBlank()) {
            return new FolderContentStore(settings.folder(), settings.leastFree().toBytes());
        }
        BucketContentStore files = new BucketContentStore(bucket, BucketClient.of(settings.s3()));
        files.checkRights();
        return files;
    }

    @Bean
    Filing filing(ContentStore files, FileSettings settings) {
        String clamd = settings.scan().clamd();
        return new Filing(
                files,
                clamd == null || clamd.isBlank()
                        ? VirusScan.NONE
                        : new Clamd(clamd, settings.scan().patience()));
    }
}
