/** Words of the accessibility statement, and of sources and licences. */
export const messages = {
  accessLead: '这张地图要让每个人都能用：不用鼠标、不看地图、放大很多倍、关掉动画，或者用自己的颜色。',
  accessStandard: '目标',
  accessStandardText:
    '《网页内容无障碍指南》（WCAG）2.2 的 AA 级，三种语言、三个模式、浅色与深色、桌面与手机都算在内。这是自己的检查，没有经过第三方认证。',
  accessTested: '怎样检查过',
  'accessTest.axe':
    '每个模式、主要视图、每种主题、三种语言，桌面与 390 像素宽，都由 axe 自动检查；每次改动都重新检查，发现问题的改动不发布。',
  'accessTest.keyboard':
    '只用键盘：焦点看得见，不会卡住，也不被固定的标题遮住。地图用方向键移动，用加减号缩放，按回车选中中心的项目或自己的点；画范围也可以用键盘，或直接填写拐点坐标。',
  'accessTest.list':
    '地图上的项目都在列表和登记总表里；导入的数据每组都有分页的清单；分区着色的每个数值都写在面板的表里。',
  'accessTest.live': '筛选、搜索、范围查询和导入的结果会由读屏软件读出。',
  'accessTest.zoom': '页面放大到 400%（相当于 320 × 256 像素），文字放大到 200%：内容都还读得到、用得上。',
  'accessTest.targets': '按钮和选项至少 24 × 24 像素，句子里的链接除外。',
  'accessTest.contrast':
    '文字对比度至少 4.5 : 1，图形与边框至少 3 : 1；颜色之外都另有形状或文字。系统要求更高对比度时再加强。',
  'accessTest.motion': '系统要求减少动画时，地图直接跳到位置，界面没有过渡。',
  'accessTest.forced': '系统使用强制颜色（高对比度主题）时，按钮、选中的项和焦点都有边框。',
  accessShort: '还不够的地方',
  'accessShort.readers':
    '读屏软件的支持是按角色、名称和状态检查的，没有请视障用户用具体的读屏软件（NVDA、争渡、VoiceOver 等）试过。只在 Chromium 里检查过。',
  'accessShort.map':
    '地图本身是一幅画：边界、河流、误差圈，以及六边形统计和密度面，没有逐项的文字替代；它们所依据的记录可以在列表和表格里查到。',
  'accessShort.labels': '地图上的注记不随浏览器的文字大小变化，要用地图的缩放；强制颜色主题不改变地图的颜色。',
  'accessShort.tables': '责任单位、落地情况和登记总表是宽表，放大后要左右滚动，第一列不动。',
  'accessShort.policy': '政策原文只有简体中文，没有译文。',
  'accessShort.files':
    '导出的图片没有文字替代，视频没有旁白，打印的 PDF 没有为读屏软件加标签；同样的内容可以导出成表格。',
  accessKeys: '单键快捷键',
  accessKeysText:
    '按 Ctrl+K（⌘K）打开全部命令。按“/”进入搜索；演示时有若干单个字母的按键。语音输入或误触时可以关掉；方向键、回车和 Esc 不受影响。',
  accessKeysOn: '使用单键快捷键',
  accessReport: '遇到障碍时',
  accessReportText: '请告诉我们：在哪个视图、用什么设备和辅助软件、想做什么、卡在哪里。',
  accessReportMail: '写信给 {to}',
  accessReportSubject: '无障碍问题：佛山“2+2+4”产业集群地图',
  accessReportNone: '这里没有设置联系方式，请找为您提供这张地图的单位。',
  accessDate: '本声明的日期：{date}',

  licencesLead: '地图、政策文本与程序各有来源和许可。下面的程序清单由构建时实际打包的代码生成。',
  licencesData: '数据',
  licencesDataWhat: '内容',
  licencesDataFrom: '来源',
  licencesDataTerms: '许可',
  licencesUnclear: '权利不明',
  licencesDataNote: '标为“权利不明”的内容，其来源不能授予使用权；公开使用前请换成自己的数据。',
  licencesCode: '程序（{n} 个软件包）',
  licencesOwn: '本产品的代码',
  licencesFont: '字体',
  licencesNone: '这个版本没有带许可清单。',
  licencesFailed: '许可清单没有载入。',
} as const;
