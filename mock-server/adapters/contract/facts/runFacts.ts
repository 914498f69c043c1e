import { everyNth } from '../harness/everyNth.ts';
import { facts, type Fact } from './facts.ts';

/** What came of one fact: nothing to say, or why it does not hold. */
export interface FactResult {
  readonly name: string;
  readonly fault: string | undefined;
}

async function check({ name, run }: Fact): Promise<FactResult> {
  try {
    await run();
    return { name, fault: undefined };
  } catch (error) {
    return {
      name,
      fault: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    };
  }
}

/** Runs the first of each `nth` facts, `lanes` of them at once. */
export async function runFacts(lanes: number, nth: number): Promise<readonly FactResult[]> {
  const waiting = everyNth(nth)(facts()).values();
  const results: FactResult[] = [];
  const work = async (): Promise<void> => {
    for (const fact of waiting) results.push(await check(fact));
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return results;
}
