import type { ComponentChild } from 'preact';

/**
 * A sentence with values in their places. Each stands isolated, so that a name in another script cannot turn the
 * sentence round. `num`: the names of amounts, in figures of one width.
 */
export const Words = ({
  text,
  values,
  num = ['a', 'b'],
}: {
  text: string;
  values: Readonly<Record<string, ComponentChild>>;
  num?: readonly string[];
}) => (
  <>
    {text.split(/\{(\w+)\}/).map((piece, index) =>
      // Odd pieces are the names between the braces.
      index % 2 === 0 ? (
        piece
      ) : (
        <bdi class={num.includes(piece) ? 'num' : undefined}>{values[piece]}</bdi>
      ),
    )}
  </>
);
