import { beforeAll, describe, expect, it } from 'vitest';
import { understand } from '../../../src/analysis/invest/meaning.ts';
import { parseNeed } from '../../../src/analysis/invest/question.ts';
import { indexTerms, type TermIndex, termsIn } from '../../../src/analysis/invest/understand.ts';
import { clusterOfTerm } from '../../../src/data/import/guess/industry-terms.ts';
import { loadTerms } from '../../../src/data/load-later.ts';
import { fileSource } from '../../fixtures/data.ts';

let index: TermIndex;
beforeAll(async () => {
  index = indexTerms(await loadTerms(fileSource));
});
const meant = (text: string) => {
  const { clusters, terms } = understand(
    index,
    parseNeed(text, (id) => index.byId.has(id)),
  );
  return { clusters: clusters.join(' '), terms: terms.map(({ id }) => id).join(' ') };
};

describe('free words', () => {
  it.each([
    ['we make hydrogen valves', 'equipment auto', 'hydrogen valves-pumps'],
    ['氢能阀门', 'equipment auto', 'hydrogen valves-pumps'],
    ['Fuel-cell stacks', 'auto', 'fuel-cells'],
    ['氢燃料电池膜电极', 'auto', 'fuel-cells'],
    ['陶瓷机械', 'equipment', 'ceramic-machinery'],
    ['ceramic tiles', 'home', 'ceramics'],
    ['瓷砖和卫浴', 'home', 'ceramics'],
    ['工业机器人减速器', 'robotics', 'robots robot-parts'],
    ['servo motors for cobots', 'robotics', 'robot-parts robots'],
    ['锂电池隔膜', 'materials', 'battery-materials'],
    ['lithium batteries', 'auto', 'power-batteries'],
    ['新能源汽车零部件', 'auto', 'new-energy auto-parts'],
    ['EV chargers', 'auto', 'charging'],
    ['半导体芯片', 'electronics', 'semiconductors'],
    ['PCBs and connectors', 'electronics', 'electronic-components'],
    ['IoT sensors', 'electronics', 'sensors'],
    ['酱油', 'food', 'condiments'],
    ['a craft brewery', 'food', 'alcohol'],
    ['医疗器械', 'health', 'medical-devices'],
    ['Traditional Chinese Medicine', 'health', 'chinese-medicine'],
    ['智能家电', 'home', 'home-appliances'],
    ['office furniture', 'home', 'furniture'],
    ['铝合金型材', 'materials', 'non-ferrous'],
    ['ＣＮＣ 机床', 'robotics', 'machine-tools'],
    ['输变电设备', 'equipment', 'power-transmission'],
  ])('%s', (text, clusters, terms) => {
    expect(meant(text)).toEqual({ clusters, terms });
  });

  it('that the table does not know mean nothing', () => {
    expect(meant('泡泡 bubbles')).toEqual({ clusters: '', terms: '' });
    // A word inside another word is not that word.
    expect(meant('carpets')).toEqual({ clusters: '', terms: '' });
    expect(meant('')).toEqual({ clusters: '', terms: '' });
  });

  it('are corrected by what stands after them', () => {
    expect(meant('氢能阀门 -equipment')).toEqual({ clusters: 'auto', terms: 'hydrogen valves-pumps' });
    expect(meant('氢能阀门 -valves-pumps +materials')).toEqual({
      clusters: 'equipment auto materials',
      terms: 'hydrogen',
    });
    expect(meant('+food +condiments')).toEqual({ clusters: 'food', terms: 'condiments' });
  });

  it('inside a longer one of another term are not found: a fuel cell is no battery', () => {
    expect(termsIn(index, '氢能与燃料电池汽车').map(({ id }) => id)).toEqual(['hydrogen', 'fuel-cells', 'vehicles']);
  });
});

describe('the table for imports', () => {
  it('never contradicts this one: what it decides is among the clusters of the term', () => {
    const against = index.terms.flatMap(({ id, zh, clusters }) => {
      const decided = clusterOfTerm(zh)?.cluster;
      return decided === undefined || clusters.some((cluster) => cluster === decided) ? [] : [`${id}: ${decided}`];
    });
    expect(against).toEqual([]);
  });
});
