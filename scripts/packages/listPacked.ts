import path from 'node:path';
import { runCommand } from '../processes/runCommand.ts';
import { root } from '../root.ts';

interface Packed {
  readonly files: readonly { readonly path: string }[];
}

/** The files that npm would publish of a package of this repository, from its folder. Rejects where npm lists none. */
export async function listPacked(folder = '.'): Promise<readonly string[]> {
  const args = ['pack', '--dry-run', '--json', '--silent'];
  const { code, output } = await runCommand('npm', args, { cwd: path.join(root, folder) });
  if (code !== 0) throw new Error(`Failed to list what npm would publish of ${folder}: ${output}`);
  const said = readList(output);
  if (said === undefined) {
    const advice =
      'Its list has to stand alone: build in prepublishOnly, which packing does not run';
    throw new Error(`Failed to list what npm would publish of ${folder}. ${advice}:\n${output}`);
  }
  // Which begins with a brace from npm 11 on, and with a bracket before: one package either way.
  const [packed] = Object.values(said);
  return packed?.files.map((file) => file.path) ?? [];
}

function readList(output: string): Readonly<Record<string, Packed>> | undefined {
  try {
    return JSON.parse(output) as Readonly<Record<string, Packed>>;
  } catch {
    return undefined;
  }
}
