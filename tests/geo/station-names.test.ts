/** English names of stations: pinyin, with what it stands at and directions in English. */
import { describe, expect, it } from 'vitest';
import { stationNameEn } from '../../geo/steps/station-names.ts';

describe('a station in English', () => {
  it.each([
    ['张槎', 'Zhangcha'],
    ['朝安', 'Chao’an'],
    ['魁奇路', 'Kuiqi Road'],
    ['普君北路', 'Pujun North Road'],
    ['佛山西站', 'Foshan West'],
    ['北滘西站', 'Beijiao West'],
    ['广州火车站', 'Guangzhou Railway Station'],
    ['南海大学城', 'Nanhai University Town'],
    // The local reading of 涌, and a name that is no direction of anything.
    ['湖涌', 'Huchong'],
    ['夏西', 'Xiaxi'],
    ['绿岛湖', 'Lüdao Lake'],
  ])('%s is %s', (zh, en) => {
    expect(stationNameEn(zh)).toBe(en);
  });
});
