/** What the register names for a product speaks for the place where it is, with a point or without. */
import { describe, expect, it } from 'vitest';
import { namedFor, namedNear } from '../../../src/analysis/invest/named.ts';
import { indexTerms } from '../../../src/analysis/invest/understand.ts';
import type { Term } from '../../../src/domain/schema/term.ts';
import { makeSite } from '../../fixtures/site.ts';

const term = (id: string, zh: string, words: string[] = []): Term => ({
  ...{ id, zh, en: id, words, senses: [], clusters: ['materials'], clause: '2.3.2', quote: zh },
});
const separators = term('separators', '电池材料', ['隔膜']);
const index = indexTerms([separators, term('steel', '钢')]);

// As the register has it: the separator maker is known to Sanshui, and to no point.
const separator = makeSite('separator', {
  ...{ kind: 'project', extent: 'point', nameZh: '锂电池隔膜生产', districts: ['sanshui'] },
  ...{ position: null, precision: 'district', radiusM: null },
});
const steel = makeSite('steel', { kind: 'project', extent: 'point', focus: { zh: '钢', en: 'steel' } });
const park = makeSite('park', { focus: { zh: '隔膜', en: 'separators' } });
const fair = makeSite('fair', { kind: 'expo', extent: 'event', nameZh: '隔膜展' });

describe('what is named for a product', () => {
  it('is what has it in name or focus; a candidate is judged by its score, and an event is nowhere for long', () => {
    expect(namedFor([separator, steel, park, fair], [separators], index)).toEqual([separator]);
    expect(namedFor([separator], [], index)).toEqual([]);
  });

  it('speaks for the candidates of its district where no town is known, point or not', () => {
    const inSanshui = makeSite('a', { districts: ['sanshui'], towns: ['440607103'] });
    expect(namedNear(inSanshui, [separator])).toEqual([{ site: separator, within: 'district' }]);
    expect(namedNear(makeSite('b', { districts: ['nanhai'] }), [separator])).toEqual([]);
    expect(namedNear(makeSite('c'), [separator])).toEqual([]);
  });

  it('goes by the town where both state one, and names those of the town first', () => {
    const here = { ...separator, id: 'here', towns: ['440607103'] };
    const elsewhere = { ...separator, id: 'elsewhere', towns: ['440607001'] };
    const park7103 = makeSite('a', { districts: ['sanshui'], towns: ['440607103'] });
    expect(namedNear(park7103, [separator, elsewhere, here]).map(({ site, within }) => [site.id, within])).toEqual([
      ['here', 'town'],
      ['separator', 'district'],
    ]);
  });
});
