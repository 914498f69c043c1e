import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readModule } from '../architecture/readModule.ts';
import { root } from '../root.ts';

const namesOf = (file: string): readonly string[] =>
  readModule(file, readFileSync(path.join(root, file), 'utf8')).exports;

test('whoever aliases the core to its test kit loses no name, types included (4: 24)', () => {
  const core = namesOf('src/index.ts');
  expect(core).toContain('CheckoutTexts');
  expect(namesOf('src/testing/index.ts')).toEqual(expect.arrayContaining([...core]));
});
