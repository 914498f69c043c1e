import type { Api } from './createApi.ts';
import { listAll } from './listAll.ts';
import type { Trouble } from './Trouble.ts';

export interface Price {
  readonly id: string;
  readonly product_id: string;
  readonly currency: string;
  readonly unit_amount_atom: number;
  readonly billing_interval: string | null;
  readonly billing_interval_count: number | null;
}

export interface Customer {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
}

/** A customer as a list has one. */
export type ListedCustomer = Customer & { readonly created_at: string };

export interface FieldDefinition {
  readonly id: string;
  readonly entity: string;
  readonly key: string;
  readonly data_type: 'text' | 'number' | 'boolean' | 'select';
  readonly display_name: string;
  readonly options: readonly string[] | null;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a checkout session is made of. */
export interface Catalogue {
  readonly prices: readonly Price[];
  /** Names of products, by their ids. */
  readonly products: ReadonlyMap<string, string>;
  readonly customers: readonly Customer[];
  readonly coupons: readonly { readonly id: string }[];
  readonly routes: readonly Named[];
  readonly definitions: readonly FieldDefinition[];
}

/** Reads all of it from an account, whose addresses `at` makes. */
export const readCatalogue = async (
  api: Api,
  at: (path: string) => string,
): Promise<Catalogue | Trouble> => {
  const list = <T>(path: string) => listAll<T>(api, at(`api/${path}`));
  const [prices, products, customers, coupons, routes, definitions] = await Promise.all([
    list<Price>('prices?active=true'),
    list<Named>('products'),
    list<Customer>('customers'),
    list<{ id: string }>('coupons'),
    list<Named>('processor-routes'),
    list<FieldDefinition>('custom-field-definitions'),
  ]);
  if ('code' in prices) return prices;
  if ('code' in products) return products;
  if ('code' in customers) return customers;
  if ('code' in coupons) return coupons;
  if ('code' in routes) return routes;
  if ('code' in definitions) return definitions;
  const names = new Map(products.map(({ id, name }) => [id, name]));
  return { prices, products: names, customers, coupons, routes, definitions };
};
