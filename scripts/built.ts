/** Builds that stay in memory. */
import { build, type InlineConfig, type Rolldown } from 'vite';

export async function builtInMemory(config: InlineConfig): Promise<Rolldown.RolldownOutput['output']> {
  const built = await build(config);
  const outputs = Array.isArray(built) ? built : [built];
  const [first] = outputs;
  if (first === undefined || !('output' in first)) throw new Error('the build gave nothing');
  return first.output;
}

/**
 * One classic script, apart from the product's own build.
 *
 * @param root the repository
 * @param entry a module, from there
 * @param target the oldest language that has to read it
 */
export async function classicScript(root: string, entry: string, target: string): Promise<string> {
  const lib = { entry, formats: ['iife' as const], name: 'script', fileName: 'script' };
  const [{ code }] = await builtInMemory({
    ...{ configFile: false, root, logLevel: 'warn', publicDir: false },
    build: { write: false, target, lib },
  });
  return code;
}
