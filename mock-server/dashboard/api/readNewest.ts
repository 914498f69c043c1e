import type { Reply } from '../../page-parts/requestReply.ts';
import type { Api } from './createApi.ts';
import type { Page } from './Page.ts';
import { troubleOf } from './Trouble.ts';

interface Named {
  readonly id: string;
}

/** As many as are looked through: a search that reads more would be slower than who reads the list. */
const newestRead = 1_000;

/** The newest of a list as one page, `has_more` where they are not all. */
export const readNewest = async (api: Api, path: string, most = newestRead): Promise<Reply> => {
  const found = new Map<string, Named>();
  for (let offset = 0; ;) {
    const reply = await api.get(
      `${path}${path.includes('?') ? '&' : '?'}limit=100&offset=${String(offset)}`,
    );
    if (troubleOf(reply)) return reply;
    const page = reply.body as unknown as Page<Named>;
    // What is made meanwhile moves the last of a part into the next one.
    for (const record of page.data) if (!found.has(record.id)) found.set(record.id, record);
    offset += page.data.length;
    const more = page.has_more && page.data.length > 0;
    if (!more || offset >= most) {
      const data = [...found.values()];
      return { ...reply, body: { ...page, data, offset: 0, limit: data.length, has_more: more } };
    }
  }
};
