/** Words of the frame: the start page, what is loaded, what is new. */
export const messages = {
  access: '无障碍声明',

  locatedN: '已定位',
  coarseN: '只到区或市',
  unlocatedN: '位置未知',

  viewMethod: '评分方法',
  cmpTitle: '并排比较',
  start: '概览',
  startWhat: '《{title}》（{issuer}，{date}）点名的项目、园区与平台在哪里、条文怎么写、由谁负责。',
  startPyramid: '2+2+4：三个梯队，八个集群',
  startSure: '数据有多可靠',
  startSureText: '记录 {total} 项（不计组成部分）。没有一项精确到门牌；位置都写明来源与误差。',
  startAreas: '五个区',
  startModes: '三种用法',
  modePlanText: '项目在哪、条文落到了哪里、由谁负责、还缺什么。',
  modeInvestText: '说出要做什么，按集群、区位、周边项目与平台排出合适的园区，比较并带走资料。',
  modePresentText: '按站点讲解各集群：遥控翻页、备注另屏显示；不需要网络。',
  modeInvestDo: '开始选址',
  modePresentDo: '选择一场演示',
  changeLog: '数据更新记录',
  readPolicy: '阅读政策原文',
  documentsListed: '收录的文件',
  newVersion: '新版本已就绪。重新载入即可使用，已保存的内容都还在。',
  newVersionReload: '重新载入',
  newVersionLater: '以后再说',
} as const;
