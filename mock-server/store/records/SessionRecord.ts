import type { ThreeDSecure } from '../../domain/cards/cardVerdict.ts';
import type { CustomFields } from '../../domain/requests/checkCustomFields.ts';
import type { SessionState } from '../../domain/sessions/nextSessionState.ts';
import type { PricedOrder } from '../../domain/pricing/priceLineItems.ts';

/** A fallback order of a cascade, tried when the one before it is declined. */
export interface CascadeTier extends PricedOrder {
  readonly processor_route_id: string | null;
}

/** A checkout session as it is stored. Times are milliseconds on the account's clock. */
export interface SessionRecord extends PricedOrder {
  readonly id: string;
  readonly secure_token: string;
  readonly handle: string;
  readonly url: string;
  /** The request that asked for it; absent where a seed did. */
  readonly request_id?: string;
  readonly state: SessionState;
  readonly mode: 'payment' | 'setup';
  readonly customer_id: string | null;
  readonly customer_email: string | null;
  /** What the merchant gave; a promotion code takes its place as long as it is there. */
  readonly coupon_id: string | null;
  readonly promotion_code: string | null;
  /** What the shopper did about codes, the latest of it; null took one off. */
  readonly promotion_changes: readonly { readonly at: number; readonly code: string | null }[];
  /** When its hosted page first read it, and in which request; absent until then. */
  readonly opened?: { readonly at: number; readonly request_id: string };
  readonly success_url: string;
  readonly return_url: string;
  /** With the origins of the two URLs. */
  readonly allowed_origins: readonly string[];
  readonly expires_in_hours: number;
  readonly expires_at: number;
  readonly card_checkout_settings: { readonly three_d_secure: ThreeDSecure } | null;
  readonly processor_route_id: string | null;
  /** The fallback tiers. Tier 0 is what the merchant asked for first. */
  readonly cascade_tiers: readonly CascadeTier[] | null;
  /** Which order the session is about now: 0 is the first one. */
  readonly current_tier: number;
  /** With a cascade: what the merchant asked for first. A fallback tier may take its place. */
  readonly first_order: PricedOrder | null;
  readonly setup_preferences: { readonly processors: Readonly<Record<string, unknown>> } | null;
  readonly params_for_sub: { readonly custom_fields: CustomFields } | null;
  readonly custom_fields: CustomFields;
  /** Every attempt, the first one first. */
  readonly payment_ids: readonly string[];
  readonly payment_intent_id: string | null;
  readonly payment_method_id: string | null;
  readonly invoice_id: string | null;
  readonly subscription_ids: readonly string[];
  readonly completed_at: number | null;
  readonly created_at: number;
  readonly updated_at: number;
}
