/** A picture of the map in the pack, with ranks on it where it shows several. */
import type { I18n } from '../../../i18n/index.ts';
import type { AppState } from '../../../state/app-state.ts';
import { aboutMap } from '../../paper/about-map.ts';
import { mmToPx } from '../../paper/paper-size.ts';
import { North, ScaleBar } from '../../paper/print-page.tsx';
import type { Shots } from '../site-picture.ts';
import type { RankLine } from './pack.ts';

/** Undefined until it is drawn. */
export type PackShot = ReturnType<Shots['get']>;

/** Millimetres; the pictures are drawn for them. */
export const MAPS_MM = { wide: { width: 186, height: 100 }, half: { width: 90, height: 54 } } as const;
const BAR_PX = 110;

interface PackMapProps {
  readonly state: AppState;
  readonly i18n: I18n;
  readonly shot: PackShot;
  readonly lines: readonly RankLine[];
  readonly size: keyof typeof MAPS_MM;
}

export function PackMap({ state, i18n, shot, lines, size }: PackMapProps) {
  const { t, list, name, distance } = i18n;
  const mm = MAPS_MM[size];
  const alt =
    size === 'wide'
      ? t('packRankingAlt', { names: list(lines.map((line) => `${line.place} ${line.name}`)) })
      : t('dosMapAlt', { name: lines[0]?.name ?? '' });
  if (shot === 'none') return <p class="dos-no-map">{t('dosNoMap')}</p>;
  const [only] = lines;
  const radius = size === 'half' ? (only?.site.radiusM ?? null) : null;
  const unplaced = lines.filter(({ site }) => site.position === null);
  return (
    <figure class={`dos-map pack-map is-${size}`} style={{ width: `${mm.width}mm` }}>
      <div class="dos-picture" style={{ width: `${mm.width}mm`, height: `${mm.height}mm` }}>
        {shot === undefined && <p>{t('printDrawing')}</p>}
        {shot === 'failed' && <p>{t('dosMapFailed')}</p>}
        {typeof shot === 'object' && (
          <>
            <img src={shot.url} alt={alt} />
            {size === 'wide' && lines.map((line) => <Rank key={line.site.id} line={line} shot={shot} mm={mm} />)}
            <North bearing={shot.picture.bearing} letter={t('printNorth')} />
            <ScaleBar about={aboutMap(state, i18n, shot.picture, BAR_PX)} />
          </>
        )}
      </div>
      {radius !== null && <figcaption>{t('dosCircle', { radius: distance(radius, radius) })}</figcaption>}
      {size === 'wide' && unplaced.length > 0 && (
        <figcaption>{t('cmpUnplaced', { names: list(unplaced.map(({ site }) => name(site))) })}</figcaption>
      )}
    </figure>
  );
}

function Rank(props: {
  readonly line: RankLine;
  readonly shot: Exclude<PackShot, string | undefined>;
  readonly mm: { readonly width: number; readonly height: number };
}) {
  const { line, shot, mm } = props;
  const at = shot.picture.points.get(line.site.id);
  if (at === undefined) return null;
  return (
    <span
      class="pack-rank"
      aria-hidden="true"
      style={{ left: `${(100 * at[0]) / mmToPx(mm.width)}%`, top: `${(100 * at[1]) / mmToPx(mm.height)}%` }}
    >
      {line.place}
    </span>
  );
}
