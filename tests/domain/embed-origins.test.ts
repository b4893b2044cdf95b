import { expect, it } from 'vitest';
import { namesOrigin } from '../../src/domain/embed-origins.ts';

it.each([
  ['https://portal.example', 'https://portal.example', true],
  ['https://portal.example/', 'https://portal.example', true],
  ['https://Portal.Example', 'https://portal.example', true],
  ['https://portal.example:443', 'https://portal.example', true],
  ['https://portal.example', 'https://portal.example:8443', false],
  ['https://portal.example:8443', 'https://portal.example:8443', true],
  ['https://portal.example', 'https://www.portal.example', false],
  ['https://*.city.example', 'https://a.b.city.example', true],
  // As in a policy: the domain itself is none of its subdomains, and another's name may end alike.
  ['https://*.city.example', 'https://city.example', false],
  ['https://*.city.example', 'https://mycity.example', false],
  ['https://portal.example', 'http://portal.example', false],
  ['http://portal.example', 'https://portal.example', true],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080', true],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8081', false],
  ['https://portal.example', 'null', false],
  ['https://*.city.example', 'https://*.city.example', false],
  ['*', 'https://portal.example', false],
  ["'self'", 'https://portal.example', false],
  ['', '', false],
])('%s names %s: %s', (listed, origin, named) => {
  expect(namesOrigin([listed], origin)).toBe(named);
});

it('is one of several, and nothing that is no text names anybody', () => {
  expect(namesOrigin([7, null, 'https://a.example', 'https://b.example'], 'https://b.example')).toBe(true);
  expect(namesOrigin([], 'https://b.example')).toBe(false);
});
