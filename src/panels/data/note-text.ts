/** The import's codes in words. */
import type { Note } from '../../data/import/guards/notes.ts';
import type { InputDatum } from '../../data/import/types.ts';
import type { I18n } from '../../i18n/index.ts';

/** Central meridian of a zone of three degrees without its number before the easting. */
const meridianOf = (code: number) => 75 + (code - 4534) * 3;

export function datumWords({ t }: I18n, datum: InputDatum): string {
  if (datum === 'wgs84' || datum === 'gcj02' || datum === 'bd09' || datum === 'file') return t(`datum.${datum}`);
  const code = Number(datum.slice(5));
  if (code === 3857) return `${t('datum.3857')} (EPSG:3857)`;
  if (code >= 4513 && code <= 4533) return `${t('datum.gkZone', { zone: String(code - 4488) })} (EPSG:${code})`;
  if (code >= 4534 && code <= 4554) return `${t('datum.gk', { meridian: String(meridianOf(code)) })} (EPSG:${code})`;
  return `EPSG:${code}`;
}

function isDatum(text: string): text is InputDatum {
  return text === 'wgs84' || text === 'gcj02' || text === 'bd09' || text === 'file' || /^epsg:\d+$/.test(text);
}

const MiB = 1024 * 1024;

/** What is known of where a file failed, and of the bound that it broke, behind the message itself. */
export function failureWords(i18n: I18n, failure: Note): string {
  const { t } = i18n;
  const { row, record, line, name, part, rows, limit } = failure.params;
  const message = noteWords(i18n, failure);
  const about = [
    ...[row, record].flatMap((at) => (at === undefined ? [] : [t('failedAtRow', { row: at })])),
    ...(line === undefined ? [] : [t('failedAtLine', { line })]),
    ...[name, part].flatMap((at) =>
      at === undefined || at === '' || message.includes(String(at)) ? [] : [t('failedIn', { name: at })],
    ),
    ...(rows === undefined ? [] : [t('failedRows', { rows })]),
    ...(typeof limit === 'number' && limit >= MiB ? [t('failedLimit', { size: Math.round(limit / MiB) })] : []),
  ];
  return [message, ...about].join(i18n.lang === 'en' ? ' ' : '');
}

/** A message with its parameters; a parameter that the message has no room for is left out. */
export function noteWords(i18n: I18n, { code, params }: Note): string {
  const spoken = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === 'string' && isDatum(value) ? datumWords(i18n, value) : value,
    ]),
  );
  return i18n
    .t(`import.${code}`, spoken)
    .replace(/\{[^{}]*\}/g, '')
    .trim();
}
