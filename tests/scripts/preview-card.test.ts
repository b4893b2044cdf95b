import { describe, expect, it } from 'vitest';
import { CARD, cardTags, siteUrl } from '../../scripts/first-view/head.ts';

const WORDS = { title: '地图 · Map', description: '佛山' };
const content = (tags: ReturnType<typeof cardTags>, name: string) =>
  tags.find(({ attrs }) => attrs?.['property'] === name || attrs?.['name'] === name)?.attrs?.['content'];

describe('what links to the page show', () => {
  it('takes the folder that the page will be in, with or without its slash', () => {
    expect(siteUrl('https://maps.example')).toBe('https://maps.example/');
    expect(siteUrl(' https://maps.example/foshan ')).toBe('https://maps.example/foshan/');
    expect(siteUrl('http://10.0.0.7:8080/map/')).toBe('http://10.0.0.7:8080/map/');
    expect(siteUrl(undefined)).toBeNull();
    expect(siteUrl('')).toBeNull();
  });

  it.each(['maps.example', '/foshan/', 'ftp://maps.example/', 'https://maps.example/?a=1', 'https://maps.example/#x'])(
    'refuses %s, and says what to write',
    (said) => {
      expect(() => siteUrl(said)).toThrow(/SITE_URL.*https:\/\/example\.cn\/map\//);
    },
  );

  it('names the picture by a whole address, with its size', () => {
    const tags = cardTags(WORDS, { site: 'https://maps.example/foshan/', file: 'assets/card.png' });
    expect(content(tags, 'og:image')).toBe('https://maps.example/foshan/assets/card.png');
    expect(content(tags, 'og:url')).toBe('https://maps.example/foshan/');
    expect(content(tags, 'twitter:card')).toBe('summary_large_image');
    expect(content(tags, 'og:image:width')).toBe(String(CARD.width));
    expect(content(tags, 'og:title')).toBe('地图 · Map');
  });

  it('names no picture, and no address, where none is known', () => {
    const tags = cardTags(WORDS, null);
    expect(tags.map(({ attrs }) => attrs?.['property'] ?? attrs?.['name'])).toEqual([
      'og:type',
      'og:title',
      'og:description',
      'og:locale',
      'og:locale:alternate',
    ]);
  });
});
