package amends.analytics.view;

import amends.analytics.tally.Cell;
import amends.contracts.access.Reach;
import amends.contracts.contact.BrandName;
import amends.contracts.identity.IdentityFilter;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import java.util.function.Predicate;

/// Of which brand figures are asked for.
public final class BrandChoice {

    private BrandChoice() {}

    /// The figures of the brand. Without one those of all brands together, and for whoever is
    /// limited to brands those of each of his.
    public static Predicate<Cell> cells(@Nullable String brand, HttpServletRequest request) {
        BrandName chosen = of(brand);
        Reach reach = IdentityFilter.caller(request).reach();
        if (chosen != null) {
            return cell -> chosen.equals(cell.brand());
        }
        return reach.brands().isEmpty()
                ? cell -> cell.brand() == null
                : cell -> cell.brand() != null && reach.covers(cell.brand());
    }

    /// Returns the brand, or answers 400 when it cannot be the name of one that is counted apart.
    public static @Nullable BrandName of(@Nullable String brand) {
        if (brand == null || brand.isBlank()) {
            return null;
        }
        try {
            return countedApart(new BrandName(brand));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
    }

    private static BrandName countedApart(BrandName brand) {
        if (!Cell.isCountedApart(brand)) {
            throw new IllegalArgumentException(
                    "A brand with so long a name is counted only together with the others; ask"
                            + " without brand");
        }
        return brand;
    }
}
