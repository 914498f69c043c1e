/** The text that an answer was made from, for a transport that would have to read it from a stream. */
const texts = new WeakMap<Response, string>();

/** An answer of this text. */
export function textResponse(text: string, init: ResponseInit): Response {
  const response = new Response(text, init);
  texts.set(response, text);
  return response;
}

export const findResponseText = (response: Response): string | undefined => texts.get(response);
