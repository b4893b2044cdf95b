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
} as const;
