/** An object or a list that is being read, and where in it. */
interface Frame {
  readonly names: Set<string>;
  at: string | number;
}

/** A text, with the colon that makes it a name, or what begins, parts or ends. */
const tokens = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[[\]{},]/g;

/** Where JSON gives a member a second time. A parser keeps the last one, so that the first would be dropped without a word. */
export function findRepeatedName(json: string): (string | number)[] | undefined {
  const frames: Frame[] = [];
  for (const [token, text = '', colon] of json.matchAll(tokens)) {
    const frame = frames.at(-1);
    if (frame && colon !== undefined) {
      frame.at = JSON.parse(text) as string;
      if (frame.names.has(frame.at)) return frames.map(({ at }) => at);
      frame.names.add(frame.at);
    }
    if (token === '{' || token === '[')
      frames.push({ names: new Set(), at: token === '[' ? 0 : '' });
    if (token === '}' || token === ']') frames.pop();
    if (token === ',' && typeof frame?.at === 'number') frame.at += 1;
  }
  return undefined;
}
