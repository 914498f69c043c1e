import { z } from 'zod';
import { accountId } from '../handlers/requests/accountId.ts';
import { validateBody } from '../handlers/requests/validate.ts';
import { collectFaults } from './collectFaults.ts';
import { createNamer } from './createNamer.ts';
import { createSeeders } from './createSeeders.ts';
import { toMistakes, type Mistake } from './Mistake.ts';
import type { Seeder, Seedling } from './Seeder.ts';

/** What is to be added to which account, in this order. */
export type Plan = ReadonlyMap<string, readonly Seedling[]>;

type Lists = Readonly<Record<string, readonly unknown[] | undefined>>;

const invalidAccount =
  'This is not an account id. Use 1 to 64 letters, digits, hyphens or underscores';
const noAccount = 'This list is in no account. Put it into one: {"acc_dev_demo": {…}}';

function fileSchema(seeders: readonly Seeder[]): z.ZodType<Readonly<Record<string, Lists>>> {
  const list = z.array(z.unknown()).optional();
  const lists = z.strictObject(Object.fromEntries(seeders.map(({ path }) => [path, list])), {
    error: ({ code, input }) =>
      code === 'invalid_type' && Array.isArray(input) ? noAccount : undefined,
  });
  const isAccountId = (id: string): boolean =>
    'value' in collectFaults(() => accountId({ account_id: id })) && !id.startsWith('{');
  return z.record(z.string().refine(isAccountId), lists, {
    error: ({ code }) => (code === 'invalid_key' ? invalidAccount : undefined),
  });
}

/** Reads what an account is to have more of; says twice of nothing. */
function readAccount(seeders: readonly Seeder[], id: string, lists: Lists, mistakes: Mistake[]) {
  const seedlings: Seedling[] = [];
  for (const { path, read } of seeders) {
    const seen = new Set<string>();
    const nameOf = createNamer();
    for (const [index, given] of (lists[path] ?? []).entries()) {
      const place = [id, path, index];
      const seedling = read(place, given, nameOf);
      if (!('add' in seedling)) {
        mistakes.push(...seedling);
        continue;
      }
      if (seen.has(seedling.id)) {
        mistakes.push({
          place: [...place, 'id'],
          reason: 'Another one above has this id: give another one',
        });
      }
      seen.add(seedling.id);
      seedlings.push(seedling);
    }
  }
  return seedlings;
}

/** Checks the value of a seed file by the schemas of the API, as far as no account is needed for it. */
export function readPlan(value: unknown): Plan | readonly Mistake[] {
  const seeders = createSeeders();
  const file = collectFaults(() => validateBody(fileSchema(seeders), value));
  if (!('value' in file)) return toMistakes([], file);
  const mistakes: Mistake[] = [];
  const plan = new Map<string, readonly Seedling[]>();
  for (const [id, lists] of Object.entries(file.value)) {
    plan.set(id, readAccount(seeders, id, lists, mistakes));
  }
  return mistakes.length > 0 ? mistakes : plan;
}
