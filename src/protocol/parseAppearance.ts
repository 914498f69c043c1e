import { oneOf, style } from './fieldReaders.ts';
import type { Appearance } from './MerchantMessage.ts';
import { readFields } from './readFields.ts';

/** The known keys of an appearance, each one usable; `undefined` for what is no object. */
export const parseAppearance = (value: unknown): Appearance | undefined =>
  typeof value === 'object' && value !== null
    ? readFields<Appearance>(
        [
          {},
          {
            theme: oneOf(['light', 'dark', 'auto']),
            accentColor: style,
            radius: style,
            fontFamily: style,
          },
        ],
        value,
      )
    : undefined;
