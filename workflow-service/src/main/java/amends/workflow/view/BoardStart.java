package amends.workflow.view;

import amends.workflow.StartOrder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Fills the board from the cases before the log is followed any further.
@Component
class BoardStart implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BoardStart.class);

    private final CaseStore cases;
    private final BoardIndex board;
    private volatile boolean running;

    BoardStart(CaseStore cases, BoardIndex board) {
        this.cases = cases;
        this.board = board;
    }

    @Override
    public void start() {
        cases.createIndexes();
        cases.forEachOpen(board::put);
        LOG.info("{} complaints are on the board", board.size());
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return StartOrder.BOARD;
    }
}
