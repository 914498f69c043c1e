import type { Appearance, Prefill } from './MerchantMessage.ts';
import { readFields, readStyle, readText, readWord } from './readFields.ts';

/** The known keys of an appearance, each one usable; `undefined` for what is no object. */
export const parseAppearance = (value: unknown): Appearance | undefined =>
  typeof value === 'object' && value !== null
    ? readFields<Appearance>(
        [
          {},
          {
            theme: readWord(['light', 'dark', 'auto']),
            accentColor: readStyle,
            radius: readStyle,
            fontFamily: readStyle,
          },
        ],
        value,
      )
    : undefined;

/** The known keys of a prefill, each one usable; `undefined` for what is no object. */
export const parsePrefill = (value: unknown): Prefill | undefined =>
  typeof value === 'object' && value !== null
    ? readFields<Prefill>([{}, { email: readText, name: readText, postalCode: readText }], value)
    : undefined;
