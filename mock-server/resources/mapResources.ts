import type { z } from 'zod';
import type { Dated } from '../store/records/Dated.ts';
import { coupons } from './coupons.ts';
import { customers } from './customers.ts';
import { customFieldDefinitions } from './customFieldDefinitions.ts';
import { events } from './events.ts';
import { invoices } from './invoices.ts';
import { paymentIntents } from './paymentIntents.ts';
import { paymentMethods } from './paymentMethods.ts';
import { prices } from './prices.ts';
import { processorRoutes } from './processorRoutes.ts';
import { processors } from './processors.ts';
import { products } from './products.ts';
import { promotionCodes } from './promotionCodes.ts';
import { refunds } from './refunds.ts';
import type { Resource } from './Resource.ts';
import { subscriptions } from './subscriptions.ts';
import { webhookEndpoints } from './webhookEndpoints.ts';

type Visit<T> = <R extends Dated, S extends z.ZodRawShape, C, U>(
  resource: Resource<R, S, C, U>,
) => T;

/** Every resource there is, each with its own types: a plain list would lose them. */
export function mapResources<T>(visit: Visit<T>): T[] {
  return [
    visit(customers),
    visit(products),
    visit(prices),
    visit(coupons),
    visit(promotionCodes),
    visit(processors),
    visit(processorRoutes),
    visit(customFieldDefinitions),
    visit(paymentMethods),
    visit(paymentIntents),
    visit(subscriptions),
    visit(invoices),
    visit(refunds),
    visit(webhookEndpoints),
    visit(events),
  ];
}
