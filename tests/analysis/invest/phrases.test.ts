/** Things that free words speak of, and which word says what each is. */
import { describe, expect, it } from 'vitest';
import { phrasesIn } from '../../../src/analysis/invest/phrases.ts';
import { indexTerms } from '../../../src/analysis/invest/understand.ts';
import type { Term } from '../../../src/domain/schema/term.ts';

const term = (id: string, zh: string): Term => ({
  ...{ id, zh, en: id, words: [], senses: [], clusters: ['equipment'], clause: '2.1.1', quote: zh },
});
const index = indexTerms([term('valve', '阀门'), term('engine', '发动机'), term('glass', '玻璃')]);

/** Each thing as its pieces, the head in brackets; terms in capitals. */
const of = (text: string) =>
  phrasesIn(index, text).map(({ pieces, head }) =>
    pieces
      .map((piece) => {
        const shown = piece.term === null ? piece.text : piece.term.id.toUpperCase();
        return piece === head ? `[${shown}]` : shown;
      })
      .join(' '),
  );

describe('the head of a thing', () => {
  it.each([
    ['engine valves', ['ENGINE [VALVE]']],
    ['engine oil', ['ENGINE [oil]']],
    ['oil for engines', ['[oil] ENGINE']],
    ['a maker of valves for engines', ['[VALVE] ENGINE']],
    ['we make engine parts', ['[ENGINE]']],
    ['发动机阀门', ['ENGINE [VALVE]']],
    ['发动机油', ['ENGINE [油]']],
    ['生产发动机的企业', ['[ENGINE]']],
    ['生产高端发动机零部件', ['[ENGINE]']],
    ['玻璃幕墙', ['GLASS [幕墙]']],
  ])('is what stands last before what it is for: %s', (text, things) => {
    expect(of(text)).toEqual(things);
  });

  it.each([
    ['valves and engine oil', ['[VALVE]', 'ENGINE [oil]']],
    ['阀门、发动机油', ['[VALVE]', 'ENGINE [油]']],
    ['阀门和玻璃', ['[VALVE]', '[GLASS]']],
    ['valves, glass; 油', ['[VALVE]', '[GLASS]', '[油]']],
  ])('is one of each thing: %s', (text, things) => {
    expect(of(text)).toEqual(things);
  });

  it('is none where nothing is said', () => {
    expect([of(''), of('we make new products'), of('我们生产设备')]).toEqual([[], [], []]);
  });

  it('stands where the text has it', () => {
    const [thing] = phrasesIn(index, '生产玻璃的幕墙');
    expect(thing?.head).toMatchObject({ text: '幕墙', at: 5, end: 7 });
  });
});
