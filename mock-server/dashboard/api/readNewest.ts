import type { Reply } from '../../page-parts/requestReply.ts';
import type { Api } from './createApi.ts';
import type { Page } from './Page.ts';
import { troubleOf } from './Trouble.ts';

/** As many as are looked through: a search that reads more would be slower than who reads the list. */
const newestRead = 1_000;

/** The newest of a list as one page, `has_more` where they are not all. */
export const readNewest = async (api: Api, path: string): Promise<Reply> => {
  const data: unknown[] = [];
  for (;;) {
    const reply = await api.get(
      `${path}${path.includes('?') ? '&' : '?'}limit=100&offset=${String(data.length)}`,
    );
    if (troubleOf(reply)) return reply;
    const page = reply.body as unknown as Page<unknown>;
    data.push(...page.data);
    const more = page.has_more && page.data.length > 0;
    if (!more || data.length >= newestRead) {
      return { ...reply, body: { ...page, data, offset: 0, limit: data.length, has_more: more } };
    }
  }
};
