/** The most that an order, a bill or a period may come to, in the currency's smallest unit. */
export const highestTotal = 99_999_999_999;
