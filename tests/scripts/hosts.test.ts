import { describe, expect, it } from 'vitest';
import { policyFor } from '../../scripts/headers.mjs';
import { embeddersOf, hostsOf, originsOf } from '../../scripts/hosts.mjs';
import { TIANDITU_ORIGINS } from '../../src/domain/services/tianditu.ts';

describe('hosts of a config', () => {
  it('are those of its base maps and sources, however deep, and those that it lists, each once', () => {
    expect(
      originsOf({
        basemaps: [
          {
            id: 'a',
            kind: 'tiles',
            layers: [{ tiles: ['https://a.example/{z}/{x}/{y}', 'https://b.example:8443/{z}'] }],
          },
          { id: 'b', kind: 'wmts', url: 'https://a.example/wmts?tk=1', attribution: 'see https, or http' },
          { id: 'c', tiles: ['tiles/{z}/{x}/{y}.png'] },
        ],
        sources: [{ url: 'http://maps.example/firms.fgb' }],
        hosts: ['https://*.city.example', 'https://a.example/'],
        reportTo: 'https://elsewhere.example',
      }),
    ).toEqual(['https://a.example', 'https://b.example:8443', 'http://maps.example', 'https://*.city.example']);
  });

  it('are 天地图’s where a base map is of it', () => {
    expect(originsOf({ basemaps: [{ id: 't', kind: 'tianditu', set: 'vec' }] })).toEqual(TIANDITU_ORIGINS);
  });

  it('are none that would end a header, or open it to all', () => {
    expect(
      originsOf({ hosts: ['*', 'https:', "https://a.example; script-src 'unsafe-inline'", 'https://a b'] }),
    ).toEqual([]);
    expect([originsOf(null), originsOf('x'), originsOf({ basemaps: 7 })]).toEqual([[], [], []]);
  });
});

describe('pages that may frame the product', () => {
  it('are those of embedOrigins, which nothing is fetched from', () => {
    const config = { embedOrigins: ['https://portal.example/', 'https://*.city.example', '*', "'self'"] };
    expect(embeddersOf(config)).toEqual(['https://portal.example', 'https://*.city.example']);
    expect(originsOf(config)).toEqual([]);
    const policy = policyFor(hostsOf(config));
    expect(policy).toContain('; frame-ancestors https://portal.example https://*.city.example; ');
    expect(policy).not.toContain("connect-src 'self' https");
  });

  it('are none by default', () => {
    expect(policyFor(hostsOf({}))).toContain("; frame-ancestors 'none'; ");
  });
});
