/** The import's codes in words. */
import type { Note } from '../../data/import/guards/notes.ts';
import { gridWords } from '../../data/import/guess/crs.ts';
import type { InputDatum } from '../../data/import/types.ts';
import type { I18n } from '../../i18n/index.ts';

/** Long names for those that many know by name; every grid with its number. */
export function datumWords({ t }: I18n, datum: InputDatum): string {
  if (datum === 'wgs84' || datum === 'gcj02' || datum === 'bd09' || datum === 'file') return t(`datum.${datum}`);
  const code = Number(datum.slice(5));
  const grid = gridWords(code);
  if (grid === null) return `EPSG:${code}`;
  const { family, meridian, zone } = grid;
  const words =
    family === 'web'
      ? t('datum.web')
      : family === 'utm'
        ? t('datum.utm', { zone: zone ?? '', meridian })
        : `${t(`datum.${family}`, { meridian })}${zone === null ? '' : t('datum.zone', { zone })}`;
  return `${words} (EPSG:${code})`;
}

function isDatum(text: string): text is InputDatum {
  return text === 'wgs84' || text === 'gcj02' || text === 'bd09' || text === 'file' || /^epsg:\d+$/.test(text);
}

const MiB = 1024 * 1024;

/** What is known of where a file failed, and of the bound that it broke, behind the message itself. */
export function failureWords(i18n: I18n, failure: Note): string {
  const { t } = i18n;
  const { row, record, line, page, name, part, rows, limit } = failure.params;
  const message = noteWords(i18n, failure);
  const about = [
    ...[row, record].flatMap((at) => (at === undefined ? [] : [t('failedAtRow', { row: at })])),
    ...(line === undefined ? [] : [t('failedAtLine', { line })]),
    ...(page === undefined ? [] : [t('failedAtPage', { page })]),
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
