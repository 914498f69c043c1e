import { createMockServer } from '../../createMockServer.ts';

export interface Reply {
  readonly status: number;
  readonly text: string;
}

interface Asked {
  readonly method?: string;
  readonly body?: object;
  /** In place of the secret key. */
  readonly token?: string;
  /** Of idempotency. */
  readonly key?: string | undefined;
}

/** What was asked for under a key, and the answer that counts, where one has arrived. */
export interface Try {
  readonly body: object;
  answer?: Reply;
}

/** One checkout, and what its shopper and its merchant know of it. */
export interface Visit {
  readonly id: string;
  readonly token: string;
  readonly payments: Map<string, Try>;
  readonly refunds: Map<string, Try>;
  /** The charges that somebody was told of. */
  readonly charged: Set<string>;
  /** Where the bank has asked. */
  readonly banks: string[];
  /** Its end, once somebody has seen it. */
  end?: string;
}

const account = 'acc_walk';

/** An account on a data file, whose server stops and starts again under those who ask it. */
export async function createRestartingShop(file: string) {
  const create = () =>
    createMockServer({ data: file, deliver: () => new Response(null, { status: 204 }) });
  let server = create();
  let origin = await server.listen();
  const visits: Visit[] = [];

  /** The answer; none where the connection was cut, and nobody can say what was done. */
  async function ask(path: string, asked: Asked = {}): Promise<Reply | undefined> {
    const { method = 'POST', body, token = 'sk_test_1', key } = asked;
    // A form says itself what it is.
    const isJson = body !== undefined && !(body instanceof URLSearchParams);
    const headers = {
      authorization: `Bearer ${token}`,
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(isJson && { 'content-type': 'application/json' }),
    };
    const sent = isJson ? JSON.stringify(body) : (body ?? null);
    try {
      const response = await fetch(origin + path, { method, headers, body: sent });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  }

  return {
    ...{ ask, visits },
    api: (path: string, asked?: Asked) => ask(`/api/${account}${path}`, asked),
    control: (path: string, body: object) => ask(`/_mock/accounts/${account}${path}`, { body }),
    calm: () => ask(`/_mock/accounts/${account}/faults`, { method: 'DELETE' }),
    async restart(): Promise<void> {
      await server.close();
      server = create();
      origin = await server.listen();
    },
    close: () => server.close(),
  };
}

export type RestartingShop = Awaited<ReturnType<typeof createRestartingShop>>;
