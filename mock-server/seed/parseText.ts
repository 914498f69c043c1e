import {
  findNodeAtLocation,
  parseTree,
  printParseErrorCode,
  type Node,
  type ParseError,
} from 'jsonc-parser';
import type { Place } from './Mistake.ts';

/** A mistake that is known by its line, the first one being 1. */
export interface LineMistake {
  readonly line: number;
  readonly reason: string;
}

/** `CloseBraceExpected` as `close brace expected`. */
const spoken = (code: string): string => code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();

/** Of two members with one name only one would count. */
function findRepeated(node: Node | undefined): Node[] {
  const children = node?.children ?? [];
  const repeated = children.flatMap(findRepeated);
  if (node?.type !== 'object') return repeated;
  const seen = new Set<unknown>();
  for (const { children: [key] = [] } of children) {
    if (key && seen.has(key.value)) repeated.push(key);
    seen.add(key?.value);
  }
  return repeated;
}

/** Reads JSON, and tells on which line of it anything stands. */
export function parseText(
  text: string,
): { readonly value: unknown; readonly lineOf: (place: Place) => number } | readonly LineMistake[] {
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length;
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  // The first one leads to the others.
  const [first] = errors;
  if (first) {
    const reason = `This is not JSON: ${spoken(printParseErrorCode(first.error))}`;
    return [{ line: lineAt(first.offset), reason }];
  }
  const repeated = findRepeated(root);
  if (repeated.length > 0) {
    return repeated.map(({ offset }) => ({
      line: lineAt(offset),
      reason: 'This name stands above already',
    }));
  }
  return {
    value: JSON.parse(text),
    lineOf(place) {
      // What is missing is missed in what should have it.
      for (let length = place.length; root && length > 0; length -= 1) {
        const node = findNodeAtLocation(root, [...place.slice(0, length)]);
        if (node) return lineAt((node.parent?.type === 'property' ? node.parent : node).offset);
      }
      return lineAt(root?.offset ?? 0);
    },
  };
}
