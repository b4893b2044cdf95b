import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from '../../scripts/headers.mjs';

test.each(['docs/deploy/headers.conf', 'docs/deploy/Caddyfile'])(
  '%s sends the headers that npm start sends, the whole policy among them',
  (file) => {
    const example = readFileSync(file, 'utf8');
    expect(example).toContain(`"${contentSecurityPolicy}"`);
    for (const name of Object.keys(securityHeaders)) expect(example).toContain(name);
  },
);

test('the guide to deploying shows the same policy', () => {
  expect(readFileSync('docs/deploying.md', 'utf8')).toContain(contentSecurityPolicy);
});
