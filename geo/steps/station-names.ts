/**
 * How a station is called in English: its name in pinyin, with the words for what it stands at, and the directions, in
 * English. A rule and no source: signs may write otherwise.
 */
import { readingOf } from './search.ts';

/** Ends of names with what they mean, the longest first. */
const ENDS: readonly (readonly [end: string, en: string])[] = [
  ['人民医院', 'People’s Hospital'],
  ['火车站', 'Railway Station'],
  ['文化公园', 'Culture Park'],
  ['欢乐海岸', 'Huanle Coast'],
  ['世纪莲', 'Century Lotus'],
  ['新城东', 'Xincheng East'],
  ['六路', '6th Road'],
  ['一中', 'No. 1 Middle School'],
  ['钟楼', 'Clock Tower'],
  ['新城', 'New Town'],
  ['白云', 'Baiyun'],
  ['美的', 'Midea'],
  ['广场', 'Plaza'],
  ['金融高新区', 'Financial Hi-tech Zone'],
  ['花卉世界', 'Flower World'],
  ['大学城', 'University Town'],
  ['大道', 'Avenue'],
  ['公园', 'Park'],
  ['大学', 'University'],
  ['学院', 'College'],
  ['会展', 'Expo'],
  ['中路', 'Middle Road'],
  ['东路', 'East Road'],
  ['西路', 'West Road'],
  ['南路', 'South Road'],
  ['北路', 'North Road'],
  ['路', 'Road'],
  ['湖', 'Lake'],
  ['东', 'East'],
  ['西', 'West'],
  ['南', 'South'],
  ['北', 'North'],
];
/** Read otherwise in the names of places here than in the dictionary. */
const HERE: Readonly<Record<string, string>> = { 涌: 'chong', 滘: 'jiao', 塱: 'lang', 𧒽: 'lei', 槎: 'cha', 浔: 'xun' };
const STATION = /站$/u;

/** @param name Chinese, without 暂定 */
export function stationNameEn(name: string): string {
  const bare = name.endsWith('火车站') ? name : name.replace(STATION, '');
  const end = ENDS.find(([zh]) => bare.endsWith(zh) && (bare === zh || [...bare].length - [...zh].length >= 2));
  if (end === undefined) return pinyin(bare);
  const [zh, en] = end;
  const rest = bare.slice(0, -zh.length);
  // A direction may stand before what a place is: 北滘西站, 鹤洞东.
  return rest === '' ? en : `${stationNameEn(rest)} ${en}`;
}

/** One word: 朝安 is Chao’an. */
function pinyin(name: string): string {
  const syllables = [...name].map((char, at) => HERE[char] ?? readingOf(name).split(' ')[at] ?? char);
  const word = syllables
    .map((one, at) => (at > 0 && /^[aoe]/.test(one) ? `’${one}` : one).replace(/^([ln])v/, '$1ü'))
    .join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
