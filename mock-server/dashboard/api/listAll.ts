import type { Api } from './createApi.ts';
import type { Page } from './Page.ts';
import { readNewest } from './readNewest.ts';
import { troubleOf, type Trouble } from './Trouble.ts';

/** Reads a list to its end: what a form offers to choose from. */
export const listAll = async <T>(api: Api, path: string): Promise<readonly T[] | Trouble> => {
  const reply = await readNewest(api, path, Infinity);
  return troubleOf(reply) ?? (reply.body as unknown as Page<T>).data;
};
