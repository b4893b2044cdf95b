import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { readInputs } from '../../geo/inputs.ts';
import { conversionTable, converter, shippedStrings } from '../../geo/steps/conversion.ts';
import { siteFeature } from '../../geo/steps/register.ts';
import { pinyinOf, searchEntries, usePinyinOverrides } from '../../geo/steps/search.ts';
import { parseAs } from '../../src/domain/schema/parse.ts';
import { SearchIndex } from '../../src/domain/schema/search.ts';
import { site } from './record-fixtures.ts';

const inputs = readInputs('.');
beforeAll(() => usePinyinOverrides(inputs.pinyinOverrides));

/** Every site's name, read by a person: name, pinyin, initials. */
const SITES: [name: string, pinyin: string, initials: string][] = [
  ['巴克斯酒业（佛山）生产基地', 'bakesijiuyefoshanshengchanjidi', 'bksjyfsscjd'],
  ['碧桂园博智林机器人谷', 'biguiyuanbozhilinjiqirengu', 'bgybzljqrg'],
  ['科力远混动电池及芯材项目', 'keliyuanhundongdianchijixincaixiangmu', 'klyhddcjxcxm'],
  ['中车四方氢能有轨电车制造基地', 'zhongchesifangqingnengyouguidianchezhizaojidi', 'zcsfqnygdczzjd'],
  ['德方纳米公司纳米磷酸铁锂产业化', 'defangnamigongsinamilinsuantielichanyehua', 'dfnmgsnmlstlcyh'],
  ['爱德曼氢燃料电池项目', 'aidemanqingranliaodianchixiangmu', 'admqrldcxm'],
  ['一汽解放新能源整车项目', 'yiqijiefangxinnengyuanzhengchexiangmu', 'yqjfxnyzcxm'],
  ['一汽大众新能源整车项目', 'yiqidazhongxinnengyuanzhengchexiangmu', 'yqdzxnyzcxm'],
  ['佛山高新区禅城园', 'foshangaoxinquchanchengyuan', 'fsgxqccy'],
  ['佛山高新区高明园', 'foshangaoxinqugaomingyuan', 'fsgxqgmy'],
  ['佛山高新区南海园', 'foshangaoxinqunanhaiyuan', 'fsgxqnhy'],
  ['佛山高新区三水园', 'foshangaoxinqusanshuiyuan', 'fsgxqssy'],
  ['佛山高新区顺德园', 'foshangaoxinqushundeyuan', 'fsgxqsdy'],
  ['佛山高新区', 'foshangaoxinqu', 'fsgxq'],
  ['佛山军民融合创新示范区', 'foshanjunminronghechuangxinshifanqu', 'fsjmrhcxsfq'],
  ['佛山职业技术学院', 'foshanzhiyejishuxueyuan', 'fszyjsxy'],
  ['佛山科学技术学院', 'foshankexuejishuxueyuan', 'fskxjsxy'],
  ['佛山大学（河滨校区）', 'foshandaxuehebinxiaoqu', 'fsdxhbxq'],
  ['佛山大学（江湾校区）', 'foshandaxuejiangwanxiaoqu', 'fsdxjwxq'],
  ['佛山大学（仙溪校区）', 'foshandaxuexianxixiaoqu', 'fsdxxxxq'],
  ['“1+4”广佛高质量发展融合试验区', '14guangfogaozhiliangfazhanrongheshiyanqu', '14gfgzlfzrhsyq'],
  ['广佛融合试验区先导区', 'guangforongheshiyanquxiandaoqu', 'gfrhsyqxdq'],
  ['广佛融合试验区白云—南海片区', 'guangforongheshiyanqubaiyunnanhaipianqu', 'gfrhsyqbynhpq'],
  ['广佛融合试验区花都—三水片区', 'guangforongheshiyanquhuadusanshuipianqu', 'gfrhsyqhdsspq'],
  ['广佛融合试验区荔湾—南海片区', 'guangforongheshiyanquliwannanhaipianqu', 'gfrhsyqlwnhpq'],
  ['广佛融合试验区南沙—顺德片区', 'guangforongheshiyanqunanshashundepianqu', 'gfrhsyqnssdpq'],
  ['广东探索氢燃料电池项目', 'guangdongtansuoqingranliaodianchixiangmu', 'gdtsqrldcxm'],
  ['国电新能源石墨烯双金属动力电池', 'guodianxinnengyuanshimoxishuangjinshudonglidianchi', 'gdxnysmxsjsdldc'],
  ['海天全球创新中心', 'haitianquanqiuchuangxinzhongxin', 'htqqcxzx'],
  ['氢能产业大会', 'qingnengchanyedahui', 'qncydh'],
  ['“互联网+”博览会', 'hulianwangbolanhui', 'hlwblh'],
  ['季华实验室', 'jihuashiyanshi', 'jhsys'],
  ['金辉锂电池隔膜生产', 'jinhuilidianchigemoshengchan', 'jhldcgmsc'],
  ['暨南大学生物医药产业园', 'jinandaxueshengwuyiyaochanyeyuan', 'jndxswyycyy'],
  ['广东科荟生命科技产业中心', 'guangdongkehuishengmingkejichanyezhongxin', 'gdkhsmkjcyzx'],
  ['佛山家居名镇', 'foshanjiajumingzhen', 'fsjjmz'],
  ['美的库卡智能制造科技园', 'meidekukazhinengzhizaokejiyuan', 'mdkkznzzkjy'],
  ['佛山南海电子信息产业园', 'foshannanhaidianzixinxichanyeyuan', 'fsnhdzxxcyy'],
  ['建陶小镇', 'jiantaoxiaozhen', 'jtxz'],
  ['一环创新圈', 'yihuanchuangxinquan', 'yhcxq'],
  ['樵山文化中心', 'qiaoshanwenhuazhongxin', 'qswhzx'],
  ['奇槎片区生命健康产业园', 'qichapianqushengmingjiankangchanyeyuan', 'qcpqsmjkcyy'],
  ['佛山三龙湾高端创新集聚区', 'foshansanlongwangaoduanchuangxinjijuqu', 'fsslwgdcxjjq'],
  ['中国（三水）国际水都饮料食品基地', 'zhongguosanshuiguojishuiduyinliaoshipinjidi', 'zgssgjsdylspjd'],
  ['寿桃绿色食品园', 'shoutaolvseshipinyuan', 'stlsspy'],
  ['佛山顺德军民融合产业园', 'foshanshundejunminronghechanyeyuan', 'fssdjmrhcyy'],
  ['顺德新能源汽车小镇', 'shundexinnengyuanqichexiaozhen', 'sdxnyqcxz'],
  ['顺德职业技术学院', 'shundezhiyejishuxueyuan', 'sdzyjsxy'],
  ['佛山中德工业服务区', 'foshanzhongdegongyefuwuqu', 'fszdgyfwq'],
  ['国药集团中国中药总部基地', 'guoyaojituanzhongguozhongyaozongbujidi', 'gyjtzgzyzbjd'],
  ['广东泰极动力膜电极项目', 'guangdongtaijidonglimodianjixiangmu', 'gdtjdlmdjxm'],
  ['广东（潭洲）国际会展中心', 'guangdongtanzhouguojihuizhanzhongxin', 'gdtzgjhzzx'],
  ['天劲新能源汽车电池项目', 'tianjinxinnengyuanqichedianchixiangmu', 'tjxnyqcdcxm'],
  ['东丽水处理膜项目', 'donglishuichulimoxiangmu', 'dlsclmxm'],
  ['仙湖氢谷', 'xianhuqinggu', 'xhqg'],
  ['中国（佛山）电子通信产业示范基地', 'zhongguofoshandianzitongxinchanyeshifanjidi', 'zgfsdztxcysfjd'],
  ['张槎生命健康园', 'zhangchashengmingjiankangyuan', 'zcsmjky'],
  ['织梦小镇', 'zhimengxiaozhen', 'zmxz'],
  [
    '珠江西岸先进装备制造业投资贸易洽谈会',
    'zhujiangxianxianjinzhuangbeizhizaoyetouzimaoyiqiatanhui',
    'zjxaxjzbzzytzmyqth',
  ],
];

describe('pinyinOf', () => {
  it.each(SITES)('reads %s', (name, full, initials) => {
    expect(pinyinOf(name)).toEqual({ full, initials });
  });

  it('is checked for every site of the register', () => {
    const checked = new Set(SITES.map(([name]) => name));
    expect(inputs.sites.map(({ record }) => record.nameZh).filter((name) => !checked.has(name))).toEqual([]);
  });

  it('reads all 32 towns as their English names do', () => {
    const csv = readFileSync('geo/sources/foshan-towns.csv', 'utf8');
    const towns = Papa.parse<{ name: string; name_en: string }>(csv, { header: true, skipEmptyLines: true }).data;
    expect(towns).toHaveLength(32);
    const read = (name: string) => pinyinOf(name.replace(/(街道|镇)$/, '')).full;
    expect(towns.map(({ name }) => read(name))).toEqual(
      towns.map(({ name_en }) => name_en.toLowerCase().replace("'", '')),
    );
  });

  it('leaves Latin letters and digits, drops punctuation, writes ü as v', () => {
    expect(pinyinOf('“1+4”CHS绿色')).toEqual({ full: '14chslvse', initials: '14chsls' });
    expect(pinyinOf('𧒽岗').full).toMatch(/gang$/);
  });
});

describe('searchEntries', () => {
  const mention = { clause: '2.1.2', quote: '东部园区', start: 0, end: 4 };
  const record = {
    ...site,
    aliases: ['东园', 'EP'],
    succession: [{ nameZh: '新东园', nameEn: 'New Park', date: null, relation: 'later' as const, source: 'notice' }],
  };
  const { properties } = siteFeature(record, 'f.yaml', [mention]);

  it('gathers every name once: aliases, words of the policy, former and later names', () => {
    const [entry] = searchEntries({ sites: [properties], districts: [], towns: [], policies: [] });
    expect(entry).toEqual({
      entity: 'site',
      id: 'east-park',
      zh: ['东园', '东部园区', '新东园'],
      en: ['East Park', 'New Park', 'EP'],
      pinyin: ['dongyuan', 'dongbuyuanqu', 'xindongyuan'],
      initials: ['dy', 'dbyq', 'xdy'],
    });
  });
});

describe('search.json', () => {
  const { entries, variants } = parseAs(
    SearchIndex,
    JSON.parse(readFileSync('geo/out/search.json', 'utf8')),
    'search.json',
  );
  const ids = (entity: string) => entries.filter((e) => e.entity === entity).map((e) => e.id);

  it('has all districts, towns, clusters, units and clauses', () => {
    expect(['district', 'town', 'cluster', 'unit', 'clause'].map((entity) => ids(entity).length)).toEqual([
      5, 32, 8, 20, 22,
    ]);
    expect(new Set(ids('site')).size).toBe(ids('site').length);
  });

  it('finds clauses by heading and by cite', () => {
    expect(entries.find((e) => e.entity === 'clause' && e.id === '3.5')?.zh).toEqual(['强化空间集聚', '三（五）']);
  });

  it('gives each Chinese name one reading, and a cite none', () => {
    for (const { entity, id, zh, pinyin, initials } of entries) {
      const read = entity === 'clause' ? 1 : zh.length;
      expect([id, pinyin.length, initials.length]).toEqual([id, read, read]);
    }
  });

  it('knows the traditional characters of its names, in each standard, and no other', () => {
    const { 裏, 裡, 張, 灣, 稅, 税, 鎮, 里, 鯨 } = variants;
    expect([裏, 裡, 張, 灣, 稅, 税, 鎮]).toEqual(['里', '里', '张', '湾', '税', undefined, '镇']);
    expect([里, 鯨]).toEqual([undefined, undefined]);
  });
});

describe('conversion', () => {
  const convert = converter(inputs.conversionOverrides);

  it.each([
    ['里水镇', '里水鎮'],
    ['仙湖氢谷', '仙湖氫谷'],
    ['干细胞', '幹細胞'],
    ['装备制造', '裝備製造'],
    ['丹灶镇', '丹灶鎮'],
    ['云东海街道', '雲東海街道'],
    ['泛家居产业集群', '泛家居產業集群'],
    ['市税务局', '市稅務局'],
    ['高档数控机床', '高檔數控機床'],
    ['工业互联网平台', '工業互聯網平台'],
    ['信息', '信息'],
    ['{n} 个结果', '{n} 個結果'],
  ])('%s → %s', (from, to) => {
    expect(convert(from)).toBe(to);
  });

  it('takes names and own words at any depth, and nothing that is quoted', () => {
    const data = {
      text: '政策原文',
      nameZh: '东园',
      aliases: ['园'],
      mentions: [{ quote: '原话' }],
      facts: [{ label: { zh: '面积', en: 'Area' }, asPrinted: '约2亩', value: { zh: '两期', en: 'two' } }],
      sources: { notice: { title: '网页标题' } },
    };
    expect(shippedStrings(data)).toEqual(['东园', '园', '面积', '两期']);
  });

  it('keeps only what differs, sorted', () => {
    expect(conversionTable(['园区', '平台', '东园', '园区'], convert)).toEqual({ 东园: '東園', 园区: '園區' });
  });

  it('keeps the length of the policy text, so that offsets hold in the reading aid', () => {
    for (const { text } of inputs.documents) expect(convert(text)).toHaveLength(text.length);
  });
});
