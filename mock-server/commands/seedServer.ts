import type { MockServer } from '../createMockServer.ts';

/** Says what can be told to be wrong with a file before there is a server. */
export async function checkSeed(file: string | undefined): Promise<void> {
  if (file === undefined) return;
  const { readSeedFile } = await import('../adapters/readSeedFile.ts');
  await readSeedFile(file);
}

/** Adds the records of a file where one is given, and says how many there were. */
export async function seedServer(server: MockServer, file: string | undefined): Promise<string> {
  if (file === undefined) return '';
  const { added, left } = await server.seed(file);
  const rest = left > 0 ? `; ${String(left)} there already, left as they were` : '';
  return `  Seeded          ${String(added)} from ${file}${rest}\n`;
}
