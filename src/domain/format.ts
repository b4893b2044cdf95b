/** Numbers, dates and distances as people read them, in each interface language. Pure, no message catalogue. */

export const LANGS = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Lang = (typeof LANGS)[number];

export function isChinese(lang: Lang): boolean {
  return lang !== 'en';
}

export function formatNumber(value: number, lang: Lang, maximumFractionDigits = 2): string {
  return new Intl.NumberFormat(isChinese(lang) ? 'zh-CN' : 'en', { maximumFractionDigits }).format(value);
}

/** `2012-07` → 2012年7月 / July 2012. The precision given is the precision shown. */
export function formatDate(date: string, lang: Lang): string {
  const [year = '', month, day] = date.split('-');
  if (isChinese(lang)) {
    return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
  }
  if (month === undefined) return year;
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2000, Number(month) - 1, 1),
  );
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** 850 → 850 m; 12345 → 12.3 km. Whole metres below one kilometre. */
export function formatDistance(metres: number, lang: Lang): string {
  const zh = isChinese(lang);
  if (Math.round(metres) < 1000) return `${formatNumber(metres, lang, 0)}${zh ? '米' : ' m'}`;
  return `${formatNumber(metres / 1000, lang, 1)}${zh ? '公里' : ' km'}`;
}

/** A distance known only as a range: 3.2–5.8 km; equal ends collapse to one number. */
export function formatDistanceRange(minM: number, maxM: number, lang: Lang): string {
  const a = formatDistance(minM, lang);
  const b = formatDistance(maxM, lang);
  return a === b ? a : `${a}–${b}`;
}

/** Every CSS and every colour-free place that needs the year of a partial date. */
export function yearOf(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4));
}
