import type { Api } from './createApi.ts';
import type { Page } from './Page.ts';
import { troubleOf, type Trouble } from './Trouble.ts';

/** Reads a list to its end: what a form offers to choose from. */
export const listAll = async <T>(api: Api, path: string): Promise<readonly T[] | Trouble> => {
  const all: T[] = [];
  for (;;) {
    const joint = path.includes('?') ? '&' : '?';
    const reply = await api.get(`${path}${joint}limit=100&offset=${String(all.length)}`);
    const trouble = troubleOf(reply);
    if (trouble) return trouble;
    const { data, has_more: more } = reply.body as unknown as Page<T>;
    all.push(...data);
    if (!more || data.length === 0) return all;
  }
};
