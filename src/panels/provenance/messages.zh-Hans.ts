/** Words of where a field comes from, and of reporting it. */
export const messages = {
  provenanceOf: '{name}：来源',
  provenanceNoOwn: '登记中没有为这一项单独写来源；整条记录的来源如下。',
  provenanceFile: '登记文件',
  provenanceVersion: '数据版本',
  sourceNone: '没有写明来源',
  report: '报告问题',
  reportHint: '复制以下文字发给维护者，请在末尾写明哪里不对、依据什么。',
  reportSubject: '佛山“2+2+4”地图：{id} {field}',
  reportRecord: '记录',
  reportField: '字段',
  reportValue: '现值',
  reportWrong: '哪里不对、依据什么：',
  reportCopy: '复制文字',
  reportMail: '发邮件',

  correct: '更正',
  correctionMade: '{date}更正，据数据版本 {version}',
  draftBadge: '草稿，无来源',
  correctionBadge: '已更正',
  correctionOldSource: '登记来源',
  correctionNewSource: '更正来源',
} as const;
