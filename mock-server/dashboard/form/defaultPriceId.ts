import type { Catalogue } from '../api/Catalogue.ts';

/** What a new line begins with: a price that is paid once, where there is one. */
export const defaultPriceId = ({ prices }: Pick<Catalogue, 'prices'>): string =>
  (prices.find((price) => price.billing_interval === null) ?? prices[0])?.id ?? '';
