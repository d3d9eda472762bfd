package amends.contracts.access;

/// By what somebody was to be recognised.
public enum SignInWay {
    PASSWORD,
    API_KEY,
    OPEN_ID,
    BEARER_TOKEN
}
