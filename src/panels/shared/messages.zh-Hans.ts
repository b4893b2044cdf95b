/** Words that several panels say. */
export const messages = {
  print: '打印',

  unlocated: '位置未知',
  partOf: '属于：{name}',

  tierCoreShort: '核心',
  tierPillarShort: '支柱',
  tierEmergingShort: '新兴',

  radius: '误差半径',
  dataVersion: '数据版本 {version}（{date}）',
  sources: '来源',
  dateNotStated: '日期未载明',
  asPrinted: '原文写作',
  notes: '说明',
  registerFile: '登记文件',
  areaKm2: '{n} 平方公里',
  areaHa: '{n} 公顷',
  certainPossible: '{inside}（{certain}–{possible}）',
  unofficialName: '英文名为非官方译名',

  exportCsv: '导出 CSV',
  wideFoot: '{cite} · 数据版本 {version}（{date}）',
  yes: '是',
  no: '否',
  dataVersionShort: '数据版本',
  cancel: '取消',
  shareOfFew: '{n} 项的 {share}%',
  notYetLocated: '这组数据各行所在的位置还没有查明，暂按写明的区计。',
  disagreeing: '位置与写明的区不一致：{n} 行',
  disagreeingRule: '误差不到 500 米的按所在位置计；误差更大的在两处都算可能。',
  disagrees: '写明{stated}，位于{lies}',
  disagreesBoth: '写明{stated}，位于{lies}：两处都可能',
  disagreesTown: '位于{lies}，不在所写镇街所属的区',
  disagreeingMore: '还有 {n} 行，见该组数据的表格。',
  outsideFoshan: '佛山市外',
} as const;
