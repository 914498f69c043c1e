import type { FieldFault } from '../api/Trouble.ts';

/** A field that needs a change: its place in the body, `line_items.0.quantity`, its name and what to do. */
export interface FormFault {
  readonly place: string;
  readonly name: string;
  readonly message: string;
}

const url = 'Enter a complete address that starts with https:// (http:// works for localhost).';
const quantity = 'Enter 1 or more.';

/** The fields people know by another name than the API's, and in words of theirs what each wants. */
const known: readonly (readonly [RegExp, string, string?])[] = [
  [/^customer_id$/, 'Customer'],
  [/^customer_email$/, 'Email', 'Enter a complete email address, such as robin@example.com.'],
  [/^expires_in_hours$/, 'Expires in (hours)', 'Enter a number from 1 to 720.'],
  [/^success_url$/, 'Success URL', url],
  [/^return_url$/, 'Return URL', url],
  [/^line_items\.(\d+)\.quantity$/, 'the quantity of line item {n}', quantity],
  [/^line_items\.(\d+)\.price_id$/, 'the price of line item {n}'],
  [/^line_items$/, 'Line items'],
  [/^allowed_origins/, 'Allowed origins'],
  [/^coupon_id$/, 'Coupon'],
  [/^promotion_code$/, 'Promotion code'],
  [/^processor_route_id$/, 'Processor route'],
  [/^(?:params_for_sub\.)?custom_fields\.(.+)$/, '{n}'],
  [/^cascade_line_items\.(\d+)/, 'cascade tier {n}'],
];

const sentence = (text: string): string => {
  if (/^This is (empty|missing)\./.test(text)) return 'Fill this in.';
  return /[.!?]$/.test(text) ? text : `${text}.`;
};

/** A price in another currency is said at the whole list: which of two is wrong, nobody knows. */
const placeOf = (loc: FieldFault['loc']): string => {
  const place = loc.slice(1).join('.');
  return place.startsWith('allowed_origins') ? 'allowed_origins' : place;
};

const nameOf = (place: string): readonly [string, string | undefined] => {
  for (const [pattern, name, message] of known) {
    const match = pattern.exec(place);
    if (!match) continue;
    const [, part = ''] = match;
    const shown = /^\d+$/.test(part) ? String(Number(part) + 1) : part;
    return [name.replace('{n}', shown), message];
  }
  return [place === '' ? 'the form' : place, undefined];
};

/** The parts of the body as the form has them from top to bottom. */
const order: readonly string[] = [
  'customer_id',
  'expires_in_hours',
  'success_url',
  'return_url',
  'line_items',
  'allowed_origins',
  'customer_email',
  'coupon_id',
  'promotion_code',
  'custom_fields',
  'params_for_sub',
];

/** What the form does not know stands at its end. */
const rank = ({ place }: FormFault): number => {
  const at = order.indexOf(place.split('.')[0] ?? '');
  return at < 0 ? order.length : at;
};

/** What the server found wrong, one fault for each field, the first of the form first. */
export const formFaults = (faults: readonly FieldFault[]): readonly FormFault[] => {
  const found = new Map<string, FormFault>();
  for (const { loc, msg } of faults) {
    const place = placeOf(loc);
    if (found.has(place)) continue;
    const [name, message] = nameOf(place);
    found.set(place, { place, name, message: message ?? sentence(msg) });
  }
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
};
