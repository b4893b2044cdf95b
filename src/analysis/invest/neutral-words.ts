/** Words of a need that say nothing of what is made: an engine part is judged by the engine, a maker of valves by the valves. */

/** English, in one form each; a plural is neutral too. */
export const NEUTRAL_ENGLISH: ReadonlySet<string> = new Set(
  `a an the i we our my you they it its is are be to in on at as by new smart intelligent advanced modern high low end
   quality precision custom customised customized special small large big industrial electric electrical electronic digital
   make made making build built produce produced producing production manufacture manufactured manufacturing
   process processing assemble assembling develop developing development design research sell selling supply export
   manufacturer maker producer supplier factory plant works company firm business industry sector facility site
   product good item part component equipment device machine system module assembly accessory material kit set tool
   technology solution project line need want look looking please also etc all other various related based type grade`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Between what a thing is and what it is for: the head stands before them. */
export const PREPOSITIONS: ReadonlySet<string> = new Set(['for', 'of', 'with', 'from', 'using', 'against']);
/** Between two things. */
export const CONJUNCTIONS: ReadonlySet<string> = new Set(['and', 'or', 'plus']);

/** Chinese, wherever they stand; the longest first. */
export const NEUTRAL_CHINESE = new RegExp(
  [
    ...[
      '解决方案',
      '本公司',
      '生产线',
      '零部件',
      '高性能',
      '高精度',
      '我们',
      '我司',
      '公司',
      '企业',
      '工厂',
      '厂家',
      '厂商',
    ],
    ...[
      '生产',
      '制造',
      '加工',
      '制作',
      '研发',
      '开发',
      '设计',
      '销售',
      '组装',
      '装配',
      '项目',
      '基地',
      '产业',
      '行业',
      '业务',
    ],
    ...[
      '产品',
      '制品',
      '商品',
      '设备',
      '装备',
      '装置',
      '机器',
      '系统',
      '组件',
      '模块',
      '零件',
      '部件',
      '配件',
      '材料',
      '技术',
    ],
    ...[
      '新型',
      '高端',
      '高档',
      '精密',
      '智能',
      '先进',
      '绿色',
      '小型',
      '大型',
      '专用',
      '通用',
      '各种',
      '各类',
      '相关',
      '型材',
    ],
  ].join('|'),
  'gu',
);
/** Between two things, and single characters that begin or end a word of another. */
export const CHINESE_BETWEEN = /[和与及或]|以及|[，。、；：（）《》]/u;
export const CHINESE_EDGE = /^[的做用我为等类]+|[的做用等类厂业型]+$/gu;
