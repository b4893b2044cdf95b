/** The pack for a board, on screen as it will be on paper; and as slides to be edited. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { formatAddress, parseAddress } from '../../../state/address/address.ts';
import { useApp } from '../../../state/app.ts';
import { today } from '../../../state/today.ts';
import { Choice } from '../../../ui/choice.tsx';
import { Note } from '../../../ui/pieces.tsx';
import { mmToPx } from '../../paper/paper-size.ts';
import { Pages, PaperSheet } from '../../paper/sheet.tsx';
import { hrefTo } from '../../reader/cite.tsx';
import { LaidPages, SHEET } from '../dossier/laid-pages.tsx';
import { useSitePictures } from '../site-picture.ts';
import { usePackChoices } from './choices.ts';
import { DeckButton } from './deck-button.tsx';
import { LetterheadFields } from './letterhead-fields.tsx';
import type { PackMatter } from './matter.ts';
import { OfferChoice } from './offer-choice.tsx';
import { packOf, packSites } from './pack.ts';
import { MAPS_MM } from './pack-map.tsx';
import { packSections } from './sections.tsx';
import '../shortlist.css';
import '../dossier/dossier.css';
import './pack.css';

/** About 240 dots an inch. */
const PIXEL_RATIO = 2.5;
const sizeOf = ({ width, height }: { readonly width: number; readonly height: number }) => ({
  width: mmToPx(width),
  height: mmToPx(height),
  pixelRatio: PIXEL_RATIO,
});
const [WIDE, HALF] = [sizeOf(MAPS_MM.wide), sizeOf(MAPS_MM.half)];
/** A section has a page; where it needs more, its lines are set closer before a further one is begun. */
const MOST_PAGES = 1;

export default function PackView() {
  const { state, i18n, need } = useApp();
  const { t, number, date, lang } = i18n.value;
  useEffect(() => {
    need.finder();
    need.shortlist();
    need.offers();
  }, []);
  const kept = usePackChoices();
  const [grey, setGrey] = useState<'colour' | 'grey'>('colour');
  const [withNotes, setWithNotes] = useState(false);
  const [counts, setCounts] = useState<Readonly<Record<string, number>>>({});
  const { invest } = state;
  const finder = invest.finder.value;
  const [ranking, offers] = [invest.ranking.value, state.offers.value];
  const [listed, compared] = [invest.shortlist.value, invest.compare.value];
  const notes = invest.list.value?.notes.value ?? {};
  const shownNotes = withNotes ? notes : {};
  const pack = useMemo(
    () =>
      finder === null
        ? null
        : packOf({ state, i18n: i18n.value, finder, choices: kept.choices, notes: withNotes ? notes : {} }),
    [finder, ranking, offers, listed, compared, i18n.value, kept.choices, shownNotes],
  );
  const sites = packSites(state);
  const onMap = pack?.lines.flatMap(({ site }) => (site.position === null ? [] : [site])) ?? [];
  const wide = useSitePictures(pack === null ? [] : [onMap], WIDE);
  const half = useSitePictures(
    sites.map((site) => [site]),
    HALF,
  );
  const mapless = state.mapStatus.value === 'failed';
  const shotOf = (shots: typeof wide, some: typeof sites) =>
    shots.shots.get(shots.keyOf(some)) ?? (mapless ? ('failed' as const) : undefined);
  const rankingShot = shotOf(wide, onMap);
  const siteShots = new Map(sites.map((site) => [site.id, shotOf(half, [site])]));
  const drawn = mapless || (rankingShot !== undefined && [...siteShots.values()].every((shot) => shot !== undefined));
  const link = hrefTo(
    formatAddress({
      ...parseAddress('mode=invest&view=shortlist'),
      ...{ lang, need: invest.need.value, weights: invest.weights.value, limits: invest.limits.value },
      ...{ shortlist: sites.map(({ id }) => id), compare: compared },
    }),
  );
  const matter = useMemo(
    (): PackMatter | null =>
      pack === null || finder === null
        ? null
        : {
            ...{ state, i18n: i18n.value, finder, pack, choices: kept.choices, link, ranking: rankingShot },
            ...{ shots: siteShots, today: today() },
          },
    [pack, kept.choices, link, rankingShot, half.shots, mapless],
  );
  const sections = useMemo(() => (matter === null ? [] : packSections(matter)), [matter]);
  const total = sections.reduce((sum, { key }) => sum + (counts[key] ?? 0), 0);
  const list = offers?.find(({ docId }) => docId === state.policy.value.docId);
  const isEmpty = pack === null || sites.length === 0;
  let before = 0;
  return (
    <PaperSheet
      kind={`pack ${grey === 'grey' ? 'is-grey' : ''}`}
      label={t('packName')}
      paper="A4"
      orientation="portrait"
      words={{ print: t('packPrint'), close: t('printClose') }}
      ready={!isEmpty && drawn}
      onClose={() => state.actions.openView('shortlist')}
      tools={
        <>
          <h2 class="dossier-title">{t('packName')}</h2>
          <Choice
            label={t('packColour')}
            value={grey}
            options={[
              { value: 'colour', label: t('packColour.colour') },
              { value: 'grey', label: t('packColour.grey') },
            ]}
            onChange={setGrey}
          />
          {sites.some(({ id }) => (notes[id] ?? '') !== '') && (
            <label class="switch">
              <input type="checkbox" checked={withNotes} onChange={() => setWithNotes(!withNotes)} />
              {t('packWithNotes')}
            </label>
          )}
          <LetterheadFields kept={kept} />
          {list !== undefined && (
            <details class="pack-fold">
              <summary>{t('packOffers')}</summary>
              <OfferChoice list={list} kept={kept} />
            </details>
          )}
          <DeckButton matter={isEmpty || !drawn ? null : matter} grey={grey === 'grey'} />
          <p class="small muted" role="status">
            {isEmpty ? '' : drawn ? t('dosPages', { n: number(total) }) : t('dosLaying')}
          </p>
        </>
      }
    >
      {pack === null && <p class="boot">{t('loading')}</p>}
      {pack !== null && sites.length === 0 && <Note>{t('packEmpty')}</Note>}
      {pack !== null && sites.length > 0 && (
        <Pages width={SHEET.width}>
          {sections.map(({ key, title, blocks }) => {
            const from = before;
            before += counts[key] ?? 0;
            return (
              <LaidPages
                key={key}
                blocks={blocks}
                type="pack-text"
                most={MOST_PAGES}
                running={title}
                label={(page) => `${title}, ${t('packPageOf', { n: from + page, of: total })}`}
                foot={(page) => (
                  <footer class="dos-foot">
                    <p class="dos-foot-line">
                      <strong class="sheet-mark">{pack.mark}</strong>
                      <span>{kept.choices.letterhead.name}</span>
                      <span class="tabular">{t('packPageOf', { n: from + page, of: total })}</span>
                    </p>
                    <p>
                      {pack.foot} · {t('exportDate')} {date(today())} · {t('printDatum')}
                    </p>
                  </footer>
                )}
                onPages={(n) => setCounts((all) => (all[key] === n ? all : { ...all, [key]: n }))}
              />
            );
          })}
        </Pages>
      )}
    </PaperSheet>
  );
}
