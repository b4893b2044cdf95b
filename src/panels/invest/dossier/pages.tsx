/** A dossier on its sheets: measured out of sight in the width of the page, then laid out so that nothing is cut. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Site } from '../../../domain/site.ts';
import { useApp } from '../../../state/app.ts';
import { today } from '../../../state/today.ts';
import { markWords, policyCite } from '../../paper/meta.ts';
import { mmToPx, sheetBox } from '../../paper/paper-size.ts';
import { hrefTo } from '../../reader/cite.tsx';
import type { SitePicture } from '../site-picture.ts';
import type { Block } from './block.ts';
import { dossierBlocks, dossierPairs } from './blocks.ts';
import { paginate } from './paginate.ts';

/** A4 in millimetres: what the blocks may fill, and what head and foot take of it. */
export const SHEET = { width: 210, height: 297, margin: 12 };
const RUNNING_HEAD_MM = 9;
const FOOT_MM = 19;
/** Rounding of lengths between screen and paper. */
const SLACK_MM = 1;

/** More than this, and the type becomes smaller before a further page is begun. */
const MOST_PAGES = 2;

interface Layout {
  /** Places of the blocks, page by page. */
  readonly pages: readonly (readonly number[])[];
  readonly tight: boolean;
}

/** Measures the blocks in the ruler, in the type that is asked for, and lays them on pages. */
function laidOut(ruler: HTMLElement, blocks: readonly Block[], tight: boolean): Layout {
  ruler.classList.toggle('is-tight', tight);
  // On a narrow screen the pages are seen smaller, and so is the ruler among them.
  const seen = ruler.getBoundingClientRect().width / mmToPx(SHEET.width - 2 * SHEET.margin) || 1;
  const heights = [...ruler.children].map((child) => child.getBoundingClientRect().height / seen);
  const room = mmToPx(SHEET.height - 2 * SHEET.margin - FOOT_MM - SLACK_MM);
  const pages = paginate(
    blocks.map(({ leads }, index) => ({ leads, height: heights[index] ?? 0 })),
    room,
    room - mmToPx(RUNNING_HEAD_MM),
  );
  return { pages, tight };
}

interface DossierProps {
  readonly site: Site;
  readonly shot: SitePicture | 'none' | 'failed' | undefined;
  readonly note: string;
  readonly onPages: (pages: number) => void;
}

export function Dossier({ site, shot, note, onPages }: DossierProps) {
  const { state, i18n } = useApp();
  const { t, name } = i18n.value;
  const ranking = state.invest.ranking.value;
  const offers = state.offers.value;
  const blocks = useMemo(
    () => dossierBlocks({ state, i18n: i18n.value, site, shot, note }, hrefTo),
    [i18n.value, site, shot, note, ranking, offers],
  );
  const ruler = useRef<HTMLDivElement>(null);
  const [layout, setLayout] = useState<Layout>({ pages: [], tight: false });
  useLayoutEffect(() => {
    const life = { gone: false };
    const measure = () => {
      if (life.gone || ruler.current === null) return;
      const loose = laidOut(ruler.current, blocks, false);
      const next = loose.pages.length <= MOST_PAGES ? loose : laidOut(ruler.current, blocks, true);
      setLayout(next);
      onPages(next.pages.length);
    };
    measure();
    // A font that comes later has other widths.
    if ('fonts' in document) void document.fonts.ready.then(measure);
    return () => {
      life.gone = true;
    };
  }, [blocks]);
  const width = { width: `${SHEET.width - 2 * SHEET.margin}mm` };
  const { pages, tight } = layout;
  const type = `dos-text ${tight ? 'is-tight' : ''}`;
  const box = sheetBox(SHEET);
  return (
    <>
      <div class={`dos-ruler ${type}`} ref={ruler} style={width} aria-hidden="true" inert>
        {blocks.map(({ key, node }) => (
          <div class="dos-block" key={key}>
            {node}
          </div>
        ))}
      </div>
      {pages.map((indices, index) => (
        <section
          key={index}
          class={`print-sheet dos-sheet ${type}`}
          style={box}
          aria-label={`${name(site)}, ${t('dosPage', { n: index + 1, of: pages.length })}`}
        >
          {index > 0 && <p class="dos-running">{name(site)}</p>}
          {indices.map((at) => {
            const block = blocks[at];
            return block === undefined ? null : (
              <div class="dos-block" key={block.key}>
                {block.node}
              </div>
            );
          })}
          <SheetFoot site={site} page={index + 1} of={pages.length} />
        </section>
      ))}
    </>
  );
}

function SheetFoot({ site, page, of }: { readonly site: Site; readonly page: number; readonly of: number }) {
  const { state, i18n } = useApp();
  const { t, date } = i18n.value;
  const { version } = state.base;
  const { short } = dossierPairs({ state, i18n: i18n.value, site });
  return (
    <footer class="dos-foot">
      <p class="dos-foot-line">
        <strong class="sheet-mark">{markWords(state, [i18n.value])}</strong>
        <span class="dos-url">{hrefTo(short)}</span>
        <span class="tabular">{t('dosPage', { n: page, of })}</span>
      </p>
      <p>
        {policyCite(state, [i18n.value])} · {t('dataVersion', { version: version.data, date: date(version.date) })} ·{' '}
        {t('exportDate')} {date(today())} · {t('printDatum')}
      </p>
    </footer>
  );
}
