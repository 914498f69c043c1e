import { readFile } from 'node:fs/promises';
import { readSeed } from '../seed/readSeed.ts';
import { SeedError } from '../seed/SeedError.ts';

async function readText(file: string): Promise<string> {
  try {
    // Some editors begin a file with a mark of its byte order.
    return (await readFile(file, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const reason = isMissing ? 'there is no such file' : 'it cannot be read';
    throw new SeedError(`Failed to seed from ${file}: ${reason}.`);
  }
}

/** Reads a seed file; what it returns adds the records. */
export async function readSeedFile(file: string): Promise<ReturnType<typeof readSeed>> {
  return readSeed(await readText(file), file);
}
