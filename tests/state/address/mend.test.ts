import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from '../../../src/state/address/address.ts';
import { mended } from '../../../src/state/address/mend.ts';

const PAGE = 'https://map.example/foshan/';
const HASH = 'mode=invest&map=11.00/23.00000/113.10000&site=jihua-laboratory';
/** What the address says is there, but for one site. */
const result = (link: string) =>
  mended(`${PAGE}${link}`, (address) => ({
    ...address,
    selections: address.selections.filter(({ id }) => id !== 'nowhere'),
  }));
const state = (link: string) => formatAddress(parseAddress(result(link).hash));

describe('a link as chat programs hand it on', () => {
  it.each([
    ['as it was', `#${HASH}`],
    ['a full stop behind it', `#${HASH}。`],
    ['a bracket and a comma behind it', `#${HASH}），`],
    ['a closing quote', `#${HASH}」`],
    ['a blank', `#${HASH} `],
    ['an encoded full stop', `#${HASH}%E3%80%82`],
    ['a Latin full stop in brackets', `#${HASH}).`],
    ["WeChat's mark", `#${HASH}#wechat_redirect`],
    ["HTML's ampersands", `#${HASH.replaceAll('&', '&amp;')}`],
    ['encoded once', `#${encodeURIComponent(HASH)}`],
    ['encoded twice', `#${encodeURIComponent(encodeURIComponent(HASH))}`],
    ['a question mark for the sign', `?${HASH}`],
    ["a question mark and HTML's ampersands", `?${HASH.replaceAll('&', '&amp;')}。`],
    ['a question mark, encoded', `?${HASH.replaceAll('/', '%2F')}`],
    ["a shortener's words before it", `?from=singlemessage&isappinstalled=0#${HASH}`],
    ["a shortener's words behind it", `#${HASH}?from=timeline&isappinstalled=0`],
    ['words of a campaign', `#${HASH}&utm_source=mail`],
    ['a second sign', `#${HASH.replace('&site', '#site')}`],
    ['full-width signs', `#${HASH.replaceAll('=', '＝').replaceAll('&', '＆')}`],
    ['the signs of mail', `#${HASH.replaceAll('=', '=3D')}`],
    ['a break of the line', `#${HASH.replace('&site', '%0D%0A&site')}`],
    ['a soft break of mail', `#${HASH.replace('&site', '=%0A&site')}`],
    ['a blank before a key', `#${HASH.replace('&site', '&%20site')}`],
    ['a mark of width nothing', `#\u200b${HASH.replace('&', '\u200b&')}\ufeff`],
    ['the sign of a router', `#!/${HASH}`],
    ['its own sign encoded', `#%23${HASH}`],
    ['its own sign encoded, behind a question mark', `?%23${HASH}`],
    ['two signs', `##${HASH}`],
    ['the end of a link of Markdown', `#${HASH}](${PAGE})`],
    ['the stars of bold words', `#${HASH}**`],
    ["HTML's ampersands, twice", `#${HASH.replaceAll('&', '&amp;amp;')}`],
    ["HTML's quotes behind it", `#${HASH}&quot;&gt;`],
    ['words behind it, without a blank', `#${HASH}这个链接`],
    ['words behind a comma', `#${HASH}，大家看看`],
    ['a face', `#${HASH}[微笑]👍`],
    ['itself once more', `#${HASH}${PAGE}#${HASH}`],
    ['all but its first sign encoded', `#${encodeURIComponent(HASH).replace('%3D', '=')}`],
    ['semicolons', `#${HASH.replaceAll('&', ';')}`],
    ["DingTalk's words", `#${HASH}&_dt_no_comment=1&origin=11`],
    ['a full-width slash', `#${HASH.replace('/', '／')}`],
    ['several of them', `?from=groupmessage#${HASH.replaceAll('&', '&amp;')}#wechat_redirect`],
  ])('is read with %s', (_, link) => {
    expect(state(link)).toBe(HASH);
    expect(result(link).notUnderstood).toEqual([]);
  });

  it('of nothing but their words is the first view', () => {
    for (const link of ['', '#', '#wechat_redirect', '?from=singlemessage', '?from=singlemessage#wechat_redirect'])
      expect(result(link), link).toEqual({ hash: '', notUnderstood: [] });
  });

  it('keeps the punctuation of words that were typed', () => {
    expect(parseAddress(result(`#q=${encodeURIComponent('氢谷（二期）')}`).hash).q).toBe('氢谷（二期）');
    expect(parseAddress(result('#need=%E6%B0%A2%E9%98%80%E3%80%82').hash).need).not.toBeNull();
    expect(parseAddress(result(`#q=${encodeURIComponent('3D打印，[一] ＆')}`).hash).q).toBe('3D打印，[一] ＆');
  });
});

describe('what is not understood', () => {
  it('is named: a key that there is not, a value that says nothing, a thing that is not there', () => {
    expect(result('#colour=red').notUnderstood).toEqual(['colour=red']);
    expect(result('#map=north&view=nothing').notUnderstood).toEqual(['map=north', 'view=nothing']);
    expect(result('#mode=plan&site=nowhere').notUnderstood).toEqual(['site=nowhere']);
    expect(result('#oddment').notUnderstood).toEqual(['oddment']);
    // Cut by whoever sent it on: what is left is named.
    expect(result('#mode=invest&site=nowhere…').notUnderstood).toEqual(['site=nowhere']);
  });

  it('is not what equals a default', () => {
    expect(result('#mode=plan&lang=zh-Hans&theme=light&radii=0&stop=1').notUnderstood).toEqual([]);
  });
});
