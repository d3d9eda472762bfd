/// How satisfied are the customers: CSAT, CES and NPS.
@NullMarked
package amends.analytics.satisfaction;

import org.jspecify.annotations.NullMarked;
