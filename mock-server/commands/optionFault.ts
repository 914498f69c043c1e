import { webhookUrlFault } from '../domain/webhooks/webhookUrlFault.ts';
import { isOwnMachine } from './isOwnMachine.ts';

interface Values {
  readonly host?: string | undefined;
  readonly 'control-token'?: string | undefined;
  readonly 'allow-host'?: readonly string[] | undefined;
  readonly 'allow-webhook-host'?: readonly string[] | undefined;
  readonly 'webhook-url'?: string | undefined;
  readonly url?: string | undefined;
  readonly account?: string | undefined;
}

const isHost = (name: string): boolean => /^([\w-]+(\.[\w-]+)*|\[[\da-f:.]+\])$/i.test(name);

const isOrigin = (url: string): boolean =>
  URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol);

/** What is wrong with the value of an option, where it can be told before anything is started or asked. */
export function optionFault(values: Values): string | undefined {
  const { 'allow-webhook-host': webhookHosts = [], 'webhook-url': webhookUrl } = values;
  const { host, 'control-token': controlToken } = values;
  if (host !== undefined && !isOwnMachine(host) && controlToken === undefined) {
    return `--host ${host} lets other machines in, and needs --control-token <secret> too.`;
  }
  if (values['allow-host']?.every(isHost) === false) {
    return '--allow-host takes a name without scheme and port: pay.example';
  }
  if (!webhookHosts.every(isHost)) {
    return '--allow-webhook-host takes a name without scheme and port: shop.internal';
  }
  const fault = webhookUrl === undefined ? undefined : webhookUrlFault(webhookUrl, webhookHosts);
  if (fault !== undefined)
    return `--webhook-url takes an address that webhooks may go to. ${fault}.`;
  if (values.url !== undefined && !isOrigin(values.url)) {
    return '--url must be an origin: http://127.0.0.1:4242';
  }
  if (values.account !== undefined && !/^[\w-]{1,64}$/.test(values.account)) {
    return '--account must have 1 to 64 letters, digits, hyphens or underscores.';
  }
  return undefined;
}
