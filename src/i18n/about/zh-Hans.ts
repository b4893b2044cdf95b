/** Sources and licences. */
export const messages = {
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
};
