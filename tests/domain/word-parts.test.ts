import { describe, expect, it } from 'vitest';
import { breakable, partsOf, partsWords } from '../../src/domain/word-parts.ts';

describe('parts of a name', () => {
  it.each([
    ['一汽大众新能源整车项目', ['一汽', '大众', '新能源', '整车', '项目']],
    ['碧桂园博智林机器人谷', ['碧桂园', '博智林', '机器人谷']],
    ['佛山高新区高明园', ['佛山', '高新区', '高明园']],
    ['佛山大学（仙溪校区）', ['佛山', '大学', '（仙溪校区）']],
    ['织梦小镇', ['织梦小镇']],
    ['智能制造装备及机器人', ['智能', '制造', '装备', '及机器人']],
    ['顺德区 · 泛家居', ['顺德区 · ', '泛家居']],
    ['Home and household products', ['Home ', 'and ', 'household ', 'products']],
  ])('of %s', (name, parts) => {
    expect(partsOf(name)).toEqual(parts);
  });

  it('are the whole text, with marks between them where it is Chinese', () => {
    for (const name of ['中国（三水）国际水都饮料食品基地', '“1+4”广佛高质量发展融合试验区', '', '5G'])
      expect(partsOf(name).join('')).toBe(name);
    expect(breakable('佛山家居名镇')).toBe('佛山\u200b家居\u200b名镇');
    expect(breakable('Jihua Laboratory')).toBe('Jihua Laboratory');
  });

  it('say whether lines begin with words', () => {
    expect(partsWords('一汽大众新能源整车项目', ['一汽大众新能源', '整车项目'])).toBe(true);
    expect(partsWords('一汽大众新能源整车项目', ['一汽大众新能', '源整车项目'])).toBe(false);
  });
});
