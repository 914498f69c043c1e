import { getResponse } from 'msw/utils/get-response';
import type { HttpHandler } from 'msw/http';

/** A `fetch` that asks handlers and no network: a test that replaces the global one, or has closed MSW, still reaches them. */
export function answerInProcess(
  handlers: readonly HttpHandler[],
): (input: string, init: RequestInit) => Promise<Response> {
  return async (input, init) => {
    const response = await getResponse([...handlers], new Request(input, init));
    if (!response) throw new Error(`No handler answers ${input}.`);
    return response;
  };
}
