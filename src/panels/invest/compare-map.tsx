/** The compared on one map, by letter: a picture, since the map itself lies under the table. */
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { Note } from '../../ui/pieces.tsx';
import { aboutMap } from '../paper/about-map.ts';
import { ScaleBar } from '../paper/print-page.tsx';
import { LETTERS } from './compare-letters.ts';
import { useSitePictures } from './site-picture.ts';

const SIZE = { wide: { width: 720, height: 300, pixelRatio: 2 }, narrow: { width: 360, height: 260, pixelRatio: 2 } };
const BAR_PX = 110;

export function CompareMap({ sites }: { readonly sites: readonly Site[] }) {
  const { state, i18n, narrow } = useApp();
  const { t, name, list } = i18n.value;
  const size = narrow.value ? SIZE.narrow : SIZE.wide;
  const placed = sites.filter(({ position }) => position !== null);
  const { shots, keyOf } = useSitePictures([placed], size);
  const shot = shots.get(keyOf(placed));
  const unplaced = sites.filter((site) => !placed.includes(site));
  const namesOf = (some: readonly Site[]) => list(some.map((site) => name(site)));
  const lettered = placed.map((site) => `${LETTERS[sites.indexOf(site)] ?? ''} ${name(site)}`);
  return (
    <figure class="compare-map">
      <div class="compare-picture" style={{ aspectRatio: `${size.width} / ${size.height}` }}>
        {shot === 'failed' && <p class="boot">{t('dosMapFailed')}</p>}
        {shot === undefined && placed.length > 0 && <p class="boot">{t('printDrawing')}</p>}
        {shot !== undefined && shot !== 'failed' && shot !== 'none' && (
          <>
            <img src={shot.url} alt={t('cmpMapLabel', { names: list(lettered) })} />
            {placed.map((site) => {
              const at = shot.picture.points.get(site.id);
              return at === undefined ? null : (
                <span
                  key={site.id}
                  class="compare-letter is-on-map"
                  aria-hidden="true"
                  style={{ left: `${(100 * at[0]) / size.width}%`, top: `${(100 * at[1]) / size.height}%` }}
                >
                  {LETTERS[sites.indexOf(site)]}
                </span>
              );
            })}
            <ScaleOf picture={shot.picture} />
          </>
        )}
        {placed.length === 0 && <p class="boot">{t('dosNoMap')}</p>}
      </div>
      {unplaced.length > 0 && placed.length > 0 && <Note>{t('cmpUnplaced', { names: namesOf(unplaced) })}</Note>}
    </figure>
  );

  function ScaleOf({ picture }: { readonly picture: Parameters<typeof aboutMap>[2] }) {
    return <ScaleBar about={aboutMap(state, i18n.value, picture, BAR_PX)} />;
  }
}
