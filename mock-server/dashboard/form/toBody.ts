import type { FieldDefinition } from '../api/Catalogue.ts';
import type { ItemForm, SessionForm } from './SessionForm.ts';

/** A number, or the text as it is: the server says what is wrong with it, and where. */
const numberOf = (text: string): number | string => {
  const trimmed = text.trim();
  const number = Number(trimmed);
  return trimmed === '' || Number.isNaN(number) ? trimmed : number;
};

const itemsOf = (items: readonly ItemForm[]) =>
  items.map(({ priceId, quantity }) => ({ price_id: priceId, quantity: numberOf(quantity) }));

const valueOf = (type: FieldDefinition['data_type'], text: string): string | number | boolean => {
  if (type === 'boolean') return text === 'true';
  return type === 'number' ? numberOf(text) : text;
};

const fieldsOf = (
  definitions: readonly FieldDefinition[],
  entity: string,
  values: Readonly<Record<string, string>>,
): Record<string, string | number | boolean> | undefined => {
  const given = definitions
    .filter((definition) => definition.entity === entity && (values[definition.key] ?? '') !== '')
    .map(({ key, data_type: type }) => [key, valueOf(type, values[key] ?? '')] as const);
  return given.length === 0 ? undefined : Object.fromEntries(given);
};

const linesOf = (text: string): string[] =>
  text
    .split(/\s+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What is bought, and at what price; nothing of it goes with a card that is only saved. */
const orderOf = (form: SessionForm): Record<string, unknown> => ({
  line_items: itemsOf(form.items),
  ...(form.discount === 'coupon' && { coupon_id: form.couponId }),
  ...(form.discount === 'promotion' && { promotion_code: form.promotionCode }),
  ...(form.tiers.length > 0 && {
    cascade_line_items: form.tiers.map(({ items, routeId }) => ({
      line_items: itemsOf(items),
      processor_route_id: routeId === '' ? null : routeId,
    })),
  }),
});

/** The body of the request that a form stands for. What was left as it is, is left out. */
export const toBody = (
  form: SessionForm,
  definitions: readonly FieldDefinition[],
): Record<string, unknown> => {
  const fields = fieldsOf(definitions, 'checkout_session', form.fields);
  const subscription = fieldsOf(definitions, 'subscription', form.subscriptionFields);
  const origins = linesOf(form.origins);
  return {
    ...(form.mode === 'setup' && { mode: 'setup' }),
    ...(form.customerId !== '' && { customer_id: form.customerId }),
    ...(form.customerEmail !== '' && { customer_email: form.customerEmail }),
    expires_in_hours: numberOf(form.expires),
    ...(form.mode === 'payment' && orderOf(form)),
    success_url: form.successUrl,
    return_url: form.returnUrl,
    ...(origins.length > 0 && { allowed_origins: origins }),
    ...(form.routeId !== '' && { processor_route_id: form.routeId }),
    ...(form.threeDSecure !== '' && {
      card_checkout_settings: { three_d_secure: form.threeDSecure },
    }),
    ...(fields && { custom_fields: fields }),
    ...(subscription && { params_for_sub: { custom_fields: subscription } }),
  };
};
