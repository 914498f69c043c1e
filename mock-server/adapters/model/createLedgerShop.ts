import { z } from 'zod';
import { createAsk } from './createBillingShop.ts';

/** A record as it is shown, and as it is told of. */
const recordSchema = z.looseObject({ id: z.string(), object: z.string() });
export type LedgerRecord = z.infer<typeof recordSchema>;

const eventSchema = z.object({
  id: z.string(),
  type: z.string(),
  created: z.int(),
  data: z.object({
    object: recordSchema,
    previous_attributes: z.record(z.string(), z.unknown()).optional(),
  }),
});
export type LedgerEvent = z.infer<typeof eventSchema>;

const listed = z.object({ data: z.array(recordSchema), has_more: z.boolean() });

/** A server whose webhooks are heard here: at `/steady` each at once, at `/shaky` when it is told for the third time. */
export function createLedgerServer() {
  const received = new Map<string, LedgerEvent[]>();
  const told = new Map<string, number>();
  const ask = createAsk(async (request) => {
    const event = eventSchema.parse(await request.json());
    const times = (told.get(event.id) ?? 0) + 1;
    const isShaky = request.url.endsWith('/shaky');
    if (isShaky) told.set(event.id, times);
    if (isShaky && times < 3) return { status: 500 };
    received.set(request.url, [...(received.get(request.url) ?? []), event]);
    return { status: 204 };
  });
  return { ask, receivedAt: (url: string) => received.get(url) ?? [] };
}

/** An account of it that tells two endpoints of everything. */
export async function createLedgerShop({ ask, receivedAt }: ReturnType<typeof createLedgerServer>) {
  const account = `acc_${crypto.randomUUID()}`;
  const api = (method: string, path: string, body?: object) =>
    ask(method, `/api/${account}${path}`, body);
  const control = (path: string, body: object) =>
    ask('POST', `/_mock/accounts/${account}${path}`, body);
  await control('/clock', { now: '2040-01-31T12:00:00Z', freeze: true });
  const urlOf = (name: 'steady' | 'shaky') => `http://localhost:1/${account}/${name}`;
  await api('POST', '/webhook-endpoints', { url: urlOf('steady') });
  await api('POST', '/webhook-endpoints', { url: urlOf('shaky') });

  /** All of a list, the oldest first. */
  async function list(path: string): Promise<LedgerRecord[]> {
    const all: LedgerRecord[] = [];
    for (;;) {
      const page = listed.parse(await api('GET', `${path}?limit=100&offset=${String(all.length)}`));
      all.push(...page.data);
      if (!page.has_more) return all.reverse();
    }
  }

  /** One of the hundred newest of a list. */
  async function some(path: string, nth: number): Promise<LedgerRecord | undefined> {
    const { data } = listed.parse(await api('GET', `${path}?limit=100`));
    return data[nth % Math.max(1, data.length)];
  }

  return {
    ...{ ask, api, control, list, some },
    received: (name: 'steady' | 'shaky') => receivedAt(urlOf(name)),
    events: async () => z.array(eventSchema).parse(await list('/events')),
    /** Lets time go by until every webhook has come: until a minute in which nothing happens. */
    async comeToRest(): Promise<void> {
      let before = -1;
      let now = receivedAt(urlOf('steady')).length;
      while (now !== before) {
        await control('/clock', { advance: '1m' });
        before = now;
        now = receivedAt(urlOf('steady')).length;
      }
    },
  };
}

export type LedgerShop = Awaited<ReturnType<typeof createLedgerShop>>;
