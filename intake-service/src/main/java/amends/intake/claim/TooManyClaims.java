package amends.intake.claim;

/// One source is looked for in more claims than are kept of one.
public final class TooManyClaims extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyClaims(int most, int mostIds) {
        super(
                "At most %d claims and %d ids of one source are looked for at a time. Claim again when some of them have arrived."
                        .formatted(most, mostIds));
    }
}
