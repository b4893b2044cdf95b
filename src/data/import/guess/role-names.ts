/** Names that columns go by, for each role; compared without case, spaces and marks. */
import type { Role } from '../types.ts';

const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-:：.()（）[\]【】°'"*]/g, '');

/** First those that say it all, then those that only suggest it, then those that mean other things as often. */
const NAMES: Readonly<Record<Role, readonly [sure: RegExp, likely: RegExp, weak?: RegExp]>> = {
  x: [
    /^(经度|lng|lon|long|longitude|坐标经度|东经|经度坐标|gpslng|gpslon|wgs84lng|wgs84lon)$/,
    /经度|longitude|^(x|e|east|easting|东|东坐标|横坐标|x坐标|坐标x|横)(坐标|coord|coordinate|值|米|m|wgs84|gcj02|bd09|utm|cgcs2000|2000)*\d*$|^(point|coord|utm|wgs84|gcj02|bd09|坐标)(x|e|east|easting|东)$|xcoord|东坐标|横坐标|easting|(lng|lon)(wgs84|gcj02|bd09|gps|baidu|amap|gd)?$/,
    /^jd$/,
  ],
  y: [
    /^(纬度|lat|latitude|坐标纬度|北纬|纬度坐标|gpslat|wgs84lat)$/,
    /纬度|latitude|^(y|n|north|northing|北|北坐标|纵坐标|y坐标|坐标y|纵)(坐标|coord|coordinate|值|米|m|wgs84|gcj02|bd09|utm|cgcs2000|2000)*\d*$|^(point|coord|utm|wgs84|gcj02|bd09|坐标)(y|n|north|northing|北)$|ycoord|北坐标|纵坐标|northing|lat(wgs84|gcj02|bd09|gps|baidu|amap|gd)?$/,
    /^wd$/,
  ],
  pair: [
    /^(经纬度|坐标|经纬度坐标|lnglat|latlng|latlon|lonlat|coordinates|coordinate|地理坐标)$/,
    /坐标|经纬|coord|location|latlng|lnglat|^gps$/,
  ],
  wkt: [/^(wkt|ewkt|wkb|thegeom|geom|geometry|shape|wktgeom|geojson|geomwkb|wkbgeometry)$/, /wkt|wkb|geom|geojson/],
  name: [
    /^(名称|企业名称|公司名称|单位名称|项目名称|机构名称|园区名称|name|企业|单位|公司|标题|title|namezh|companyname|企业名)$/,
    /名称|名字|name|公司|企业|单位|项目|园区|company|title/,
  ],
  industry: [
    /^(行业|产业|产业集群|集群|所属行业|行业类别|行业名称|所属产业|产业类别|industry|sector|cluster|industrycluster|行业门类|行业大类)$/,
    /行业|产业|集群|主营|industry|sector|cluster/,
  ],
  site: [
    /^(site|siteid|sitename|sitecode|平台|平台名称|载体|载体名称|所在园区|所属园区|园区|园区名称|园区编号|园区id|park|parkname|parkid)$/,
    /园区|平台|载体|基地|site|park/,
  ],
  district: [
    /^(区|区县|所在区|行政区|所属区|市辖区|所属区县|所在区县|区名|district|county|adcode|districtzh|区划|行政区划|所属辖区)$/,
    /区县|行政区|辖区|district|区域|地址|住所|address/,
  ],
  town: [
    /^(镇街|镇|街道|乡镇|镇街道|乡镇街道|所在镇街|所属镇街|镇街名称|town|township|subdistrict|所属镇|街镇|towncode)$/,
    /镇街|街道|乡镇|town|subdistrict|street|地址|住所|address/,
  ],
};

/** How surely a name speaks for a role: 1, 0.6, 0.3 or 0. */
export function nameScore(name: string, role: Role): number {
  const text = plain(name);
  const [sure, likely, weak] = NAMES[role];
  if (sure.test(text)) return 1;
  if (likely.test(text)) return 0.6;
  return weak?.test(text) === true ? 0.3 : 0;
}

/** The datum that a column or a file names; null where none is. */
export function datumNamed(names: readonly string[]): { datum: 'wgs84' | 'gcj02' | 'bd09'; name: string } | null {
  for (const name of names) {
    if (/bd-?_?09|baidu|百度/i.test(name)) return { datum: 'bd09', name };
    if (/gcj-?_?02|amap|高德|火星|腾讯|tencent/i.test(name)) return { datum: 'gcj02', name };
    if (/wgs-?_?(19)?84|cgcs-?_?2000|天地图|国家2000/i.test(name)) return { datum: 'wgs84', name };
  }
  return null;
}

/** A grid that names speak of: one in full, or at least its family or its meridian. */
export interface GridNamed {
  readonly name: string;
  readonly epsg: number | null;
  readonly family: 'gk' | 'utm' | null;
  /** Degrees. */
  readonly meridian: number | null;
}

/** What columns and the file's name say of a grid; null where they say nothing. */
export function gridNamed(names: readonly string[]): GridNamed | null {
  for (const name of names) {
    const epsg = /epsg[^\d]{0,3}(\d{4,5})/i.exec(name)?.[1];
    const utm = /utm/i.test(name);
    const gk = /gauss|(?<![a-z])gk(?![a-z])|高斯|cgcs-?_?2000|国家2000|大地2000/i.test(name);
    const meridian = /(?:中央(?:子午线|经线)|(?<![a-z])cm)[^\d]{0,3}(1\d\d)|(?<!\d)(1\d\d)[°度]?e(?![a-z])/i.exec(name);
    const degrees = meridian?.[1] ?? meridian?.[2];
    if (epsg === undefined && !utm && !gk && degrees === undefined) continue;
    return {
      name,
      epsg: epsg === undefined ? null : Number(epsg),
      family: utm ? 'utm' : gk ? 'gk' : null,
      meridian: degrees === undefined ? null : Number(degrees),
    };
  }
  return null;
}
