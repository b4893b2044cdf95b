/**
 * The default table from words for industries to the eight clusters. The first group of each cluster are the
 * policy's own words (chapter two); the second are the names of the divisions and groups of the national
 * classification of industries (GB/T 4754) that mean the same, and everyday and English words for them. Words
 * that could go to several clusters (电池, 电机, 涂料 …) are left out: a term that no word decides stays without
 * a cluster until the user gives it one.
 */
import { CLUSTER_OR_CROSS_IDS, type ClusterOrCross } from '../../../domain/vocabulary.ts';

export const INDUSTRY_TERMS: Readonly<Record<Exclude<ClusterOrCross, 'cross'>, readonly string[]>> = {
  equipment: [
    ...['装备制造', '工业自动化控制系统', '金属加工机械', '陶瓷机械', '塑料机械', '印刷包装机械', '木工机械'],
    ...[
      '专用装备',
      '轨道交通装备',
      '节能装备',
      '环境保护设备',
      '光伏装备',
      '输变电设备',
      '中压设备',
      '资源回收利用设备',
    ],
    ...['通用设备制造', '专用设备制造', '通用机械', '专用机械', '机械设备', '机械制造', '机床', '环保设备', '工程机械'],
    ...['压力机械', '注塑机', 'equipment manufacturing', 'machinery', 'machine tool'],
  ],
  home: [
    ...['泛家居', '智能家电', '家电', '家具', '陶瓷', '建材', '绿色照明', '照明', '高端纺织', '纺织', '家居', '建陶'],
    ...['家用电器', '家用电力器具', '卫浴', '洁具', '灯具', '服装', '服饰', '家纺', '木材加工', '铝型材门窗', '门窗'],
    ...[
      '厨具',
      '建筑陶瓷',
      '瓷砖',
      'home appliance',
      'furniture',
      'ceramics',
      'building material',
      'textile',
      'lighting',
    ],
  ],
  auto: [
    ...['汽车及新能源', '汽车', '新能源汽车', '智能网联汽车', '汽车零配件', '氢燃料电池', '氢能', '太阳能', '新型储能'],
    ...['储能', '新能源', '加氢', '充电设施', '动力电池', '汽车零部件', '整车', '光伏发电', '充电桩'],
    ...['automotive', 'automobile', 'auto parts', 'vehicle', 'hydrogen', 'new energy', 'fuel cell'],
  ],
  electronics: [
    ...['军民融合', '电子信息', '网络信息安全', '新一代通信设备', '通信设备', '智能终端', '半导体', '元器件', '物联网'],
    ...['传感器', '集成电路', '新型显示', '高端软件', '新一代信息技术', '手机'],
    ...['计算机、通信和其他电子设备', '计算机通信', '电子设备', '电子元件', '软件', '信息技术', '芯片', '人工智能'],
    ...['electronics', 'semiconductor', 'software', 'information technology', 'integrated circuit'],
  ],
  robotics: [
    ...['智能制造装备', '机器人', '数控机床', '自动化成套装备', '工业机器人', '机器人本体', '智能装备', '智能制造'],
    ...['自动化装备', '自动化设备', '减速器', 'robotics', 'robot', 'smart manufacturing', 'intelligent equipment'],
  ],
  materials: [
    ...['新材料', '先进有色金属材料', '有色金属', '电池材料', '高性能塑料', '功能涂层材料', '特种陶瓷', '特种玻璃'],
    ...['人工晶体', '超材料', '新型建材', '石墨烯', '隔膜', '复合材料', '功能材料'],
    ...['化学纤维', '高分子材料', '改性塑料', 'new material', 'advanced material', 'graphene', 'composite'],
  ],
  food: [
    ...['食品饮料', '食品', '饮料', '调味品', '酒类', '健康营养食品', '功能保健食品', '冷链物流'],
    ...['农副食品加工', '食品制造', '酒、饮料和精制茶', '茶饮', '酿造', '酱油', '酒业', '乳制品', '餐饮食品'],
    ...['food', 'beverage', 'brewery', 'condiment'],
  ],
  health: [
    ...['生物医药', '大健康', '医药制造', '医药', '医疗设备', '医疗器械', '医疗大健康', '干细胞', '生物工程'],
    ...['中药', '制药', '药业', '药品', '生物技术', '体外诊断', '医疗', '康养'],
    ...['biomedicine', 'pharmaceutical', 'medical device', 'biotech', 'healthcare', 'health'],
  ],
};

export interface TermMatch {
  readonly cluster: ClusterOrCross;
  /** The words of the table that decided. */
  readonly by: string;
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().trim();

const WORDS: readonly TermMatch[] = CLUSTER_OR_CROSS_IDS.flatMap((cluster) =>
  cluster === 'cross' ? [] : INDUSTRY_TERMS[cluster].map((by) => ({ cluster, by })),
).sort((a, b) => b.by.length - a.by.length);

/** Ids and a cluster's whole name are taken as they are. */
function exactly(text: string): ClusterOrCross | null {
  return CLUSTER_OR_CROSS_IDS.find((id) => id === text) ?? (/^(跨集群|综合|cross)$/.test(text) ? 'cross' : null);
}

/**
 * The cluster that a term of an industry means, by the longest word of the table in it; of two words as long
 * the one that stands first decides only where both mean the same cluster. Null where nothing decides.
 */
export function clusterOfTerm(term: string): TermMatch | null {
  const text = plain(term);
  if (text === '') return null;
  const id = exactly(text);
  if (id !== null) return { cluster: id, by: text };
  const hits = WORDS.filter(({ by }) => text.includes(by));
  const [first] = hits;
  if (first === undefined) return null;
  const rivals = hits.filter(({ by, cluster }) => by.length === first.by.length && cluster !== first.cluster);
  return rivals.length === 0 ? first : null;
}
