// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { screenFixture } from '../fixtures/screenFixture.ts';
import {
  lineFixture,
  monthlyLineFixture,
  save20Fixture,
  sessionFixture,
} from '../fixtures/sessionFixture.ts';

type Given = Parameters<typeof sessionFixture>[0];

const draw = (changes: Given = {}) => {
  const { find } = screenFixture({}, { session: sessionFixture(changes) });
  const text = document.body.textContent;
  return {
    text,
    pay: find('pay').textContent,
    savesCard: document.querySelector('[type=checkbox]') !== null,
    asksForCard: document.getElementById('number') !== null,
    offersCode: document.getElementById('addCode') !== null,
  };
};

test('an order that is paid once names its total, and may keep the card', () => {
  const { text, pay, savesCard, offersCode } = draw();
  expect(pay).toBe('Pay $49.00');
  expect(text).toContain('Total$49.00');
  expect([savesCard, offersCode]).toEqual([true, true]);
});

test('a subscription says what is due today, what later and what is agreed to; its card is kept anyway', () => {
  const { text, pay, savesCard } = draw({ line_items: [monthlyLineFixture()] });
  expect(pay).toBe('Subscribe for $29.00 per month');
  expect(text).toContain('Total due today$29.00');
  expect(text).toContain('By subscribing you allow Alder Press to charge your card');
  expect(savesCard).toBe(false);
});

test('a subscription beside something else pays today’s amount, and says what follows', () => {
  const { text, pay } = draw({ line_items: [lineFixture(), monthlyLineFixture()] });
  expect(pay).toBe('Pay $78.00');
  expect(text).toContain('Then$29.00 per month');
});

test('a subscription whose first month costs nothing names the amount that is agreed to', () => {
  const { pay, asksForCard } = draw({
    line_items: [monthlyLineFixture()],
    amount_discount_atom: 2900,
  });
  expect(pay).toBe('Subscribe for $29.00 per month');
  expect(asksForCard).toBe(true);
});

test('an order of nothing asks for no card', () => {
  const { pay, asksForCard } = draw({ amount_discount_atom: 4900 });
  expect([pay, asksForCard]).toEqual(['Complete order', false]);
});

test('a code that holds stands in the totals, and no second one is offered', () => {
  const { text, offersCode } = draw(save20Fixture);
  expect(text).toContain('SAVE20');
  expect(text).toContain('20% off−$9.80');
  expect(offersCode).toBe(false);
});
