import { checkOption } from './checkOption.ts';
import { explainToken } from './explainToken.ts';

/** A secure token, once it is sure that it is none of the things people pass by mistake. */
export function checkToken(value: unknown): string {
  checkOption(
    typeof value === 'string' &&
      /^[!-~]{1,256}$/.test(value) &&
      !/^(undefined|null|cs_.*|[ps][kt]_.*)$/.test(value),
    __DEV__ ? explainToken(value) : '',
  );
  return value;
}
