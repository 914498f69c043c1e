import { expect, test } from 'vitest';
import { mostErrors, Problem, unknownField, type FieldError } from './Problem.ts';

const missing = (name: string): FieldError => ({
  loc: ['body', name],
  msg: 'This field is missing',
  type: 'missing',
});

const errorsOf = ({ members }: Problem) => members['errors'];

test('a body that is wrong in one place is told where and what', () => {
  const problem = Problem.invalid([missing('line_items')]);
  expect(problem).toMatchObject({
    status: 422,
    code: 'validation_failed',
    message: 'line_items: This field is missing.',
  });
  expect(errorsOf(problem)).toEqual([missing('line_items')]);
});

test('a name that was mistyped is told before what is missing because of it', () => {
  const mistyped = unknownField(['body', 'line_item'], ['line_items', 'currency']);
  const problem = Problem.invalid([missing('line_items'), mistyped]);
  expect(problem.message).toBe(
    'line_item: This field is not known. Perhaps you mean line_items (and 1 more in errors).',
  );
  expect(errorsOf(problem)).toEqual([mistyped, missing('line_items')]);
});

test('a name that is like no other is to be removed', () => {
  expect(unknownField(['body', 'colour'], ['line_items']).msg).toBe(
    'This field is not known. Remove it, or check its name',
  );
});

test('of very many mistakes the first hundred are told', () => {
  const all = Array.from({ length: 250 }, (_, index) => missing(`field_${String(index)}`));
  expect(mostErrors).toBe(100);
  expect(errorsOf(Problem.invalid(all))).toEqual(all.slice(0, 100));
  expect(Problem.invalid(all).message).toMatch(/ \(and 99 more in errors\)\.$/);
});

test.each([
  ['very deep', Array.from({ length: 5000 }, () => 'a')],
  ['of very long names', ['body', 'x'.repeat(100_000), 'y'.repeat(100_000)]],
])('a place that is %s is told as far as anybody would read it', (_what, loc) => {
  const problem = Problem.invalid([unknownField(loc)]);
  expect(JSON.stringify([problem.message, problem.members]).length).toBeLessThan(3000);
  expect(problem.message).toContain('…: This field is not known');
});

test('a place that can be read is told whole', () => {
  const loc = ['body', ...Array.from({ length: 15 }, (_, index) => index), 'n'.repeat(255)];
  expect(errorsOf(Problem.invalid([unknownField(loc)]))).toMatchObject([{ loc }]);
});
