/** What the title block of a printed map says in rows: which sheet, scale, datum and projection, coordinates, data, by whom. */
import type { I18n } from '../../i18n/index.ts';
import type { AppState } from '../../state/app-state.ts';
import type { AboutMap } from '../paper/about-map.ts';
import { type Coordinates, zoneOf } from '../paper/map/coordinate-grid.ts';
import type { BlockRow } from '../paper/map/title-block.tsx';
import { scaleError } from '../paper/map/true-scale.ts';
import { filterWords } from '../paper/meta.ts';
import { epsgOfZone, isMetres } from './metre-grids.ts';
import type { PlannedSheet } from './print-plan.ts';
import type { Shot } from './print-shots.ts';

interface BlockMatter {
  readonly about: Pick<AboutMap, 'denominator' | 'datum' | 'version'>;
  readonly shot: Pick<Shot, 'frame' | 'look'>;
  readonly coordinates: Coordinates;
  /** Longitude of the middle of the sheet. */
  readonly lng: number;
  readonly drawnBy: string;
  /** Which sheet of a series; null of a single one. */
  readonly sheet: string | null;
}

export function blockRows({ t, number }: I18n, matter: BlockMatter): BlockRow[] {
  const { about, shot, coordinates, lng, drawnBy, sheet } = matter;
  const { look, frame } = shot;
  const n = number(about.denominator, 0);
  const zone = zoneOf(lng);
  const rows: (BlockRow | null)[] = [
    sheet === null ? null : { label: t('printSheet'), value: sheet },
    {
      label: t('printScaleLabel'),
      value:
        look === null
          ? t('printScale', { n })
          : t('printTrueScale', { n, error: shareUp(number, scaleError(frame, look.denominator, look.centre[1])) }),
    },
    { label: t('printDatumLabel'), value: look === null ? about.datum : t('printTrueDatum') },
    coordinates === 'none'
      ? null
      : {
          label: t('printCoordinates'),
          value: isMetres(coordinates)
            ? t('printMetreGrid', {
                zone: String(zone),
                meridian: String(zone * 3),
                epsg: String(epsgOfZone(zone)),
              })
            : t('printDegreeGrid'),
        },
    { label: t('printData'), value: about.version },
    drawnBy.trim() === '' ? null : { label: t('printDrawnBy'), value: drawnBy.trim() },
  ];
  return rows.filter((row) => row !== null);
}

/** A share in per cent that is not said smaller than it is. */
const shareUp = (number: I18n['number'], share: number): string => number(Math.ceil(share * 1000) / 10, 1);

/** What is on a sheet, in words: of one about something, that. */
export function shownWords(i18n: I18n, state: AppState, { subject, isCut }: PlannedSheet, shown: string): string {
  const { t } = i18n;
  if (subject === null) return shown;
  const { name, sites, unplaced } = subject;
  const filter = filterWords(state, [i18n]);
  return [
    ...(sites === null ? [shown] : [t('printStandsOut', { name, n: sites.length, filter })]),
    ...(unplaced === 0 ? [] : [t('printSubjectUnplaced', { n: unplaced })]),
    ...(isCut ? [t('printIsCut', { name })] : []),
  ].join(' · ');
}
