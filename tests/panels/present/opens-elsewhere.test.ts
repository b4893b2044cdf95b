import { expect, it } from 'vitest';
import { opensElsewhere } from '../../../src/panels/present/code-of-stop.ts';

it.each([
  ['https:', 'map.example', true],
  ['http:', '10.0.3.7', true],
  ['http:', 'localhost', false],
  ['http:', 'map.localhost', false],
  ['http:', '127.0.0.1', false],
  ['http:', '127.1.2.3', false],
  ['http:', '[::1]', false],
  ['file:', '', false],
] as const)('who scans a code of %s//%s reaches the page: %s', (protocol, hostname, reached) => {
  expect(opensElsewhere({ protocol, hostname })).toBe(reached);
});
