import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface ScriptTag {
  readonly body: string;
  /** What the page says it expects; a browser runs nothing else. */
  readonly integrity: string;
}

/** PaymentKit.js as one file. In production it comes from js.paymentkit.com; here the shop serves its own copy. */
export function readScriptTag(): ScriptTag | undefined {
  const manifest = import.meta.resolve('paymentkit-js/package.json');
  const file = fileURLToPath(new URL('dist/paymentkit.global.js', manifest));
  if (!existsSync(file)) return undefined;
  const body = readFileSync(file, 'utf8');
  const digest = createHash('sha384').update(body).digest('base64');
  return { body, integrity: `sha384-${digest}` };
}
