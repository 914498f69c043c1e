import { expect, test } from 'vitest';
import { testCards as serverCards } from '../../domain/cards/testCards.ts';
import { isTestCard, testCards } from './testCards.ts';

test('every card that the banner offers is one the server knows', () => {
  const known = serverCards.map((card) => card.number);
  expect(testCards.map((card) => card.number).filter((number) => !known.includes(number))).toEqual(
    [],
  );
});

test('every card that the server knows may be typed', () => {
  expect(serverCards.filter((card) => !isTestCard(card.number))).toEqual([]);
});
