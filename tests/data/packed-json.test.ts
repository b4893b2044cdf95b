import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packJson, unpackJson } from '../../src/data/packed-json.ts';
import { seeded } from '../fixtures/random-set.ts';

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

describe('packed JSON', () => {
  it('comes back as it was, whatever it holds', () => {
    const next = seeded(7);
    const letters = ['佛', '山', 'a', '"', '\\', '<b>', '\u202e', '\ud83d\ude00', '\n', '%', '&', '='];
    for (let n = 0; n < 200; n++) {
      const text = () =>
        Array.from({ length: Math.floor(next() * 40) }, () => letters[Math.floor(next() * letters.length)]).join('');
      const value = {
        title: text(),
        list: Array.from({ length: Math.floor(next() * 9) }, () => ({ [text()]: next() })),
      };
      const packed = packJson(value);
      expect(packed).toMatch(/^[A-Za-z0-9_-]+$/);
      expect(unpackJson(packed)).toEqual(value);
    }
  });

  it('refuses what was cut or changed', () => {
    const packed = packJson({ title: '重点产业集群', words: Array.from({ length: 50 }, (_, n) => `第 ${n} 站`) });
    expect(() => unpackJson(packed.slice(0, -12))).toThrow();
    expect(() => unpackJson(`AAAA${packed}`)).toThrow();
    expect(() => unpackJson('x')).toThrow();
    expect(() => unpackJson('')).toThrow();
  });

  it('refuses what unfolds without end', () => {
    const bomb = base64url(deflateSync(new Uint8Array(4_000_000).fill(32)));
    expect(bomb.length).toBeLessThan(8000);
    expect(() => unpackJson(bomb)).toThrow(/more than/);
  });
});
