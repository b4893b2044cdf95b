import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { type OneFileParts, pageOf, policyOf } from '../../scripts/onefile/page.ts';
import { source } from '../../src/data/embedded.ts';
import { partBytes } from '../../src/data/packed.ts';

const PARTS: OneFileParts = {
  html: readFileSync('index.html', 'utf8'),
  loader: 'begin("$&");',
  main: 'const text = "</script><b>$1";',
  style: '.a::before { content: "</style>佛山" }',
  addressed: new Map([['assets/worker.js', Buffer.from('self.postMessage("好")')]]),
  data: new Map([
    ['version.json', Buffer.from('{"data":"$\'佛山"}')],
    ['config.json', Buffer.from('{"mapApproval":"粤S(2026)000号"}')],
    ['tours/investors.json', Buffer.from('{"format":"foshan-224-tour"}')],
  ]),
  icon: '<svg/>',
};
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the page of the one-file edition', () => {
  const page = pageOf(PARTS);

  it('names nothing outside itself, and its loader stands there as it is', () => {
    expect(page).not.toMatch(/(?:src|href)="(?!data:)/);
    expect(page).toContain('<script>begin("$&");</script>');
    expect(page.match(/<script/g)).toHaveLength(7);
  });

  it('allows by hash the scripts and the style sheet that it holds, and no other', () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1];
    expect(policy).toBe(policyOf([PARTS.loader, PARTS.main], [PARTS.style]));
    expect(policy).toContain(`script-src ${hash(PARTS.loader)} ${hash(PARTS.main)};`);
    expect(policy).toContain(`style-src ${hash(PARTS.style)};`);
    expect(policy).toContain("default-src 'none';");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('is refused when index.html no longer has what is replaced', () => {
    expect(() => pageOf({ ...PARTS, html: PARTS.html.replace('/src/main.tsx', '/src/start.tsx') })).toThrow('main');
    expect(() => pageOf({ ...PARTS, loader: '"</script>"' })).toThrow('loader');
  });
});

describe('what a page holds', () => {
  beforeEach(() => {
    const page = new DOMParser().parseFromString(pageOf(PARTS), 'text/html');
    document.body.append(...page.querySelectorAll('script'));
  });

  it('comes out as it went in', async () => {
    expect(await source.text('version.json')).toBe('{"data":"$\'佛山"}');
    expect(await source.config()).toContain('粤S(2026)000号');
    expect(await source.tour('investors')).toContain('foshan-224-tour');
    expect(await source.tour('other')).toBeNull();
    expect(await (await partBytes('assets/worker.js'))?.text()).toBe('self.postMessage("好")');
    expect(await (await partBytes('main'))?.text()).toBe(PARTS.main);
  });

  it('is asked for by name, and what is absent is named', async () => {
    expect(source.has('osm.json')).toBe(false);
    await expect(source.text('search.json')).rejects.toThrow('search.json: not in this edition');
  });
});
