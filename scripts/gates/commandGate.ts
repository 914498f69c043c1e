import { runCommand } from '../processes/runCommand.ts';
import type { Gate } from './Gate.ts';

/** A gate that passes when each of its commands ends with 0. */
export function commandGate(name: string, ...commands: readonly string[]): Gate {
  return {
    name,
    command: commands.join(' && '),
    async run(signal) {
      let output = '';
      for (const command of commands) {
        const [tool = '', ...args] = command.split(' ');
        const result = await runCommand(tool, args, { signal });
        output += result.output;
        if (result.code !== 0) return { code: result.code, output };
      }
      return { code: 0, output };
    },
  };
}
