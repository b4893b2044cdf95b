/** How the files of this folder that are commands run: what they say goes out line by line, what fails ends with 1. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageOf } from '../../src/domain/error-message.ts';

/** @returns the exit status; nothing is 0 */
type Command = (
  root: string,
  args: string[],
  say: (message: string) => void,
) => number | Promise<number> | Promise<void>;

/** Runs it where its file was started, and does nothing where the file was imported. */
export async function runCommand(url: string, command: Command): Promise<void> {
  const file = fileURLToPath(url);
  if (process.argv[1] !== file) return;
  try {
    const say = (message: string) => void process.stdout.write(`${message}\n`);
    process.exitCode = (await command(join(dirname(file), '..'), process.argv.slice(2), say)) ?? 0;
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    process.exitCode = 1;
  }
}
