import type { MockServer } from '../createMockServer.ts';

/** Adds the records of a file where one is given, and says how many there were. */
export async function seedServer(server: MockServer, file: string | undefined): Promise<string> {
  if (file === undefined) return '';
  const { added, left } = await server.seed(file);
  const rest = left > 0 ? `; ${String(left)} there already, left as they were` : '';
  return `  Seeded            ${String(added)} from ${file}${rest}\n`;
}
