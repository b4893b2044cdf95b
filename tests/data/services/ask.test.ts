import { describe, expect, it } from 'vitest';
import { askPicture } from '../../../src/data/services/ask.ts';
import { extendedPolicy } from '../../../src/data/services/policy-header.ts';
import type { ServiceFailureReason } from '../../../src/domain/services/failure.ts';
import { EXCEPTION } from '../../fixtures/services/documents.ts';

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]);
const answer = (body: BodyInit | null, status = 200) => ({
  ask: () => Promise.resolve(new Response(body, { status })),
});

describe('a tile', () => {
  it('is a picture by its bytes, whatever it is called', async () => {
    expect(new Uint8Array(await askPicture('https://t.example/1', answer(PNG)))).toEqual(PNG);
  });

  it.each<[string, BodyInit | null, number, ServiceFailureReason, string]>([
    ['a wrong key', '{"msg":"非法Key","code":1}', 403, 'refused', '非法Key'],
    ['a teapot', '', 418, 'refused', ''],
    ['too many', '', 429, 'spent', ''],
    ['an error', 'oops', 502, 'status', ''],
    ['nothing there', 'not found', 404, 'missing', ''],
    ['nothing in it', '', 200, 'missing', ''],
    ['a page', '<html><body>Sign in</body></html>', 200, 'no-picture', ''],
    ['a report', EXCEPTION, 200, 'exception', 'Could not find layer x'],
  ])('that is %s says so', async (_, body, status, reason, said) => {
    await expect(askPicture('https://t.example/1', answer(body, status))).rejects.toMatchObject({
      failure: { reason, said, host: 't.example' },
    });
  });

  it('whose host does not answer says so, and one that nobody waits for says nothing of its own', async () => {
    const ask = () => Promise.reject(new TypeError('Failed to fetch'));
    await expect(askPicture('https://t.example/1', { ask })).rejects.toMatchObject({
      failure: { reason: 'unreachable' },
    });
    const given = new AbortController();
    given.abort(new Error('gone'));
    const aborted = askPicture('https://t.example/1', {
      ask: () => Promise.reject(new Error('gone')),
      signal: given.signal,
    });
    await expect(aborted).rejects.toThrow('gone');
  });

  it('tells its host which site asks only where it has to know', async () => {
    const policies: unknown[] = [];
    const ask: typeof fetch = (_, init) => {
      policies.push(init?.referrerPolicy);
      return Promise.resolve(new Response(PNG));
    };
    await askPicture('https://t.example/1', { ask });
    await askPicture('https://t0.tianditu.gov.cn/1', { ask, referrerPolicy: 'strict-origin' });
    expect(policies).toEqual([undefined, 'strict-origin']);
  });
});

describe('the line for a deployer', () => {
  it('adds hosts to what pictures and requests may come from, each once', () => {
    const policy = "default-src 'none'; img-src 'self' data:; connect-src 'none'; object-src 'none'";
    const once = extendedPolicy(policy, ['https://a.example']);
    expect(once).toBe(
      "default-src 'none'; img-src 'self' data: https://a.example; connect-src https://a.example; object-src 'none'",
    );
    expect(extendedPolicy(once, ['https://a.example'])).toBe(once);
    expect(extendedPolicy("default-src 'self'", ['https://a.example'])).toBe(
      "default-src 'self'; img-src 'self' https://a.example; connect-src 'self' https://a.example",
    );
  });
});
