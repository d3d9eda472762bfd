package amends.workflow.web;

import amends.contracts.complaint.AgentId;
import amends.contracts.contact.ChannelName;
import amends.contracts.contact.CustomerId;
import amends.contracts.contact.CustomerTier;
import amends.contracts.contact.LanguageTag;
import amends.contracts.contact.ProductName;
import amends.contracts.priority.PriorityLevel;
import amends.contracts.routing.QueueName;
import amends.workflow.view.Board;
import amends.workflow.view.BoardFilter;
import amends.workflow.view.BoardOrder;
import amends.workflow.view.BoardQuery;
import amends.workflow.view.ClockRow;
import amends.workflow.view.Forecast;
import amends.workflow.view.LivePage;
import amends.workflow.view.QueueCounts;
import amends.workflow.view.RowJson;
import amends.workflow.web.CaseController.Items;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// The board of open complaints, how the queues stand, and what will be due.
@RestController
class BoardController {

    private static final int MOST_HOURS = 72;

    private final Board board;

    BoardController(Board board) {
        this.board = board;
    }

    @GetMapping("/board")
    LivePage<RowJson> board(
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(defaultValue = "false") boolean unassigned,
            @RequestParam(required = false) @Nullable String priority,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable String product,
            @RequestParam(required = false) @Nullable String tier,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "priority") String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Limits.DEFAULT) int limit,
            HttpServletRequest request) {
        BoardFilter filter =
                new BoardFilter(
                        read(queue, QueueName::new),
                        read(owner, AgentId::new),
                        unassigned,
                        read(priority, word -> named(word, PriorityLevel.class)),
                        read(state, word -> named(word, ClockRow.State.class)),
                        read(channel, ChannelName::new),
                        read(language, LanguageTag::new),
                        read(product, ProductName::new),
                        read(tier, CustomerTier::new),
                        read(customer, CustomerId::new),
                        text);
        BoardQuery query = new BoardQuery(filter, BoardOrder.parse(sort), cursor, Limits.of(limit));
        return board.page(query, Sights.of(request));
    }

    private static <T> @Nullable T read(@Nullable String value, Function<String, T> type) {
        return Optional.ofNullable(value).map(type).orElse(null);
    }

    private static <E extends Enum<E>> E named(String word, Class<E> type) {
        List<E> all = List.of(type.getEnumConstants());
        return all.stream()
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "There is no %s %s; use one of %s"
                                                .formatted(
                                                        type.getSimpleName()
                                                                .toLowerCase(Locale.ROOT),
                                                        word,
                                                        all)));
    }

    @GetMapping("/queues")
    Items<QueueCounts> queues(HttpServletRequest request) {
        return new Items<>(board.counts(Sights.of(request)));
    }

    @GetMapping("/board/forecast")
    Forecast forecast(
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(defaultValue = "8") int hours,
            HttpServletRequest request) {
        return board.forecast(
                read(queue, QueueName::new), Math.clamp(hours, 1, MOST_HOURS), Sights.of(request));
    }
}
