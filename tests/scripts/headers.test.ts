import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from '../../scripts/headers.mjs';

test('the server examples of the README send the headers that npm start sends, the whole policy among them', () => {
  const readme = readFileSync('README.md', 'utf8');
  const examples = ['nginx', 'caddy'].map(
    (name) => new RegExp(`\`\`\`${name}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1] ?? '',
  );
  for (const example of examples) {
    expect(example).toContain(`"${contentSecurityPolicy}"`);
    for (const name of Object.keys(securityHeaders)) expect(example).toContain(name);
  }
  expect(examples).toHaveLength(2);
});
