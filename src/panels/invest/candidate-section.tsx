/** What the finder says of a site, in its own panel. */
import type { Site } from '../../domain/site.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton, Section } from '../../ui/pieces.tsx';
import { Mixed } from '../shared/mixed-script.tsx';
import { ChooseButtons } from './choose-buttons.tsx';
import { knownWords, ownNames, presetRankWords, rankWords, scoreText, spreadWords } from './criterion-text.ts';
import { LabelledParts } from './labelled-parts.tsx';
import { OwnSaidList, ownSaid } from './own-said.tsx';
import { reasonWords } from './reason-text.ts';
import { useFinder } from './use-finder.ts';
import './invest.css';
import './ranked.css';

const NO_RANK = { removed: 'removed', 'little-known': 'littleKnown', unasked: 'notAsked' } as const;

export default function CandidateSection({ site }: { readonly site: Site }) {
  const { state, i18n } = useApp();
  const { t } = i18n.value;
  const finder = useFinder();
  if (finder === null) return null;
  const one = finder.ranking.value.candidates.find((candidate) => candidate.site.id === site.id);
  if (one === undefined) return null;
  const own = ownNames(finder);
  const said = ownSaid(state, site.id);
  const presets = presetRankWords(i18n.value, finder.presetRanks.value.get(site.id));
  const spread = spreadWords(i18n.value, one);
  const rank = one.standing === 'ranked' ? rankWords(i18n.value, one) : t(NO_RANK[one.standing]);
  return (
    <Section title={t('asCandidate')} aside={<ChooseButtons site={site} />}>
      <p class="top-facts tabular">
        <b>{rank}</b> · {t('scoreWords', { n: scoreText(i18n.value, one, 1) })} ·{' '}
        <span title={t('knownWhy')}>{knownWords(i18n.value, one)}</span>
      </p>
      {spread !== null && <p class="small muted tabular">{spread.why}</p>}
      {presets !== null && (
        <p class="small muted tabular" title={t('presetRanksWhy')}>
          {t('presetRanks')}: {presets}
        </p>
      )}
      {one.rank !== null && (
        <p class="top-reason">
          <Mixed text={reasonWords(i18n.value, state, one, own, finder.named.value)} />
        </p>
      )}
      <LabelledParts one={one} own={own} />
      {said.length > 0 && (
        <>
          <h4>{t('ownSaid')}</h4>
          <OwnSaidList said={said} expired={t('ownSaidExpired')} />
        </>
      )}
      <p class="small">
        <LinkButton onClick={() => state.actions.openDossier(site.id)}>{t('linkDossier')}</LinkButton> ·{' '}
        <LinkButton onClick={() => state.actions.openView('method')}>{t('linkMethod')}</LinkButton>
      </p>
    </Section>
  );
}
