import type {
  CustomFieldDefinition,
  CustomFields,
} from '../../domain/requests/checkCustomFields.ts';
import type { Coupon } from '../../domain/pricing/Coupon.ts';
import type { Price } from '../../domain/pricing/Price.ts';
import type { Collection } from '../decisions/createCollection.ts';
import type { Dated } from './Dated.ts';
import type { DeliveryRecord, EventRecord, WebhookEndpoint } from './EventRecord.ts';
import type { FaultRecord, WebhookFault } from './FaultRecord.ts';
import type { InvoiceRecord } from './InvoiceRecord.ts';
import type { PaymentRecord } from './PaymentRecord.ts';
import type { RefundRecord } from './RefundRecord.ts';
import type { SessionRecord } from './SessionRecord.ts';
import type { SubscriptionRecord } from './SubscriptionRecord.ts';

interface WithCustomFields {
  readonly custom_fields: CustomFields;
}

export interface Customer extends Dated, WithCustomFields {
  readonly email: string;
  readonly name: string | null;
}

export interface Product extends Dated, WithCustomFields {
  readonly name: string;
  readonly description: string | null;
}

export type PriceRecord = Price & Dated & WithCustomFields;

/** What may be used so many times and no more. */
interface Limited {
  /** Sessions that began to pay with it: each may use it once more. */
  readonly held_by?: readonly string[];
}

export type CouponRecord = Coupon & Dated & Limited;

export interface CustomFieldDefinitionRecord extends CustomFieldDefinition, Dated {
  readonly display_name: string;
  readonly description: string | null;
  readonly show_in_lists: boolean;
}

export interface PromotionCode extends Dated, Limited {
  /** As the merchant wrote it; compared without regard to case. */
  readonly code: string;
  readonly coupon_id: string;
  readonly active: boolean;
  readonly expires_at: number | null;
  readonly max_redemptions: number | null;
  readonly times_redeemed: number;
}

export interface Processor extends Dated {
  readonly name: string;
  /** In the order in which they were connected. */
  readonly currencies: readonly string[] | null;
  readonly available: boolean;
}

export interface ProcessorRoute extends Dated {
  readonly name: string;
  readonly processors: readonly { readonly processor_id: string }[];
}

/** What a card leaves behind: never its number or its security code. */
export interface PaymentMethod extends Dated {
  readonly customer_id: string | null;
  readonly brand: string;
  readonly last4: string;
  readonly exp_month: number;
  readonly exp_year: number;
}

export interface AccountRecords {
  readonly customers: Collection<Customer>;
  readonly products: Collection<Product>;
  readonly prices: Collection<PriceRecord>;
  readonly coupons: Collection<CouponRecord>;
  readonly promotionCodes: Collection<PromotionCode>;
  readonly processors: Collection<Processor>;
  readonly processorRoutes: Collection<ProcessorRoute>;
  readonly customFieldDefinitions: Collection<CustomFieldDefinitionRecord>;
  readonly sessions: Collection<SessionRecord>;
  readonly payments: Collection<PaymentRecord>;
  readonly paymentMethods: Collection<PaymentMethod>;
  readonly subscriptions: Collection<SubscriptionRecord>;
  readonly invoices: Collection<InvoiceRecord>;
  readonly refunds: Collection<RefundRecord>;
  readonly events: Collection<EventRecord>;
  readonly webhookEndpoints: Collection<WebhookEndpoint>;
  readonly deliveries: Collection<DeliveryRecord>;
  readonly faults: Collection<FaultRecord>;
  readonly webhookFaults: Collection<WebhookFault>;
}
