/** The product in the pseudo language in the place of English, with the map that is not drawn. Otherwise as it ships. */
import { fileURLToPath } from 'node:url';
import { mergeConfig, type Plugin } from 'vite';
import stubbed from '../e2e/stub/vite.config.ts';

const PSEUDO = fileURLToPath(new URL('./pseudo.ts', import.meta.url));
const MESSAGES = /^export const messages(?=[:= ])/m;

/** Every English catalogue says its words in the pseudo language. */
function pseudoLanguage(): Plugin {
  return {
    name: 'pseudo-language',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/src\/.*\.en\.ts$/.test(id)) return undefined;
      if (!MESSAGES.test(code)) throw new Error(`${id} exports no messages`);
      const words = code.replace(MESSAGES, 'const english');
      const changed = `import { pseudoAll } from ${JSON.stringify(PSEUDO)};\n${words}\nexport const messages = pseudoAll(english);\n`;
      return { code: changed, map: null };
    },
  };
}

export default mergeConfig(stubbed, { plugins: [pseudoLanguage()] });
