/** The investor's own page: the first three with their reasons, how sure that is, and where to go from here. */
import { DRAWS, SEED } from '../../analysis/invest/draws.ts';
import { useApp } from '../../state/app.ts';
import { LinkButton, Section } from '../../ui/pieces.tsx';
import { lazyPanel } from '../frame/lazy-panel.tsx';
import { ownNames } from './criterion-text.ts';
import { NeedBox } from './need-box.tsx';
import { TopCard } from './top-card.tsx';
import { useFinder } from './use-finder.ts';
import './invest.css';
import './ranked.css';

const ShortlistLink = lazyPanel(() => import('./shortlist-link.tsx').then((m) => m.ShortlistLink), {
  words: ['dossier', 'pack'],
  wait: 'silent',
});

export default function InvestStart() {
  const { state, i18n, narrow } = useApp();
  const { t } = i18n.value;
  const finder = useFinder();
  if (finder === null) return <p class="boot">{t('loading')}</p>;
  const { words } = finder.need.value;
  const own = ownNames(finder);
  const ranked = finder.ranking.value.candidates.filter(({ standing }) => standing === 'ranked');
  // The first list that has any: zones only where no park is ranked.
  const list = ranked.filter(({ scope }) => scope === ranked[0]?.scope);
  const top = list.slice(0, 3);
  const tied = list.filter(({ tiedFirst }) => tiedFirst).length;
  const { shortlist, compare } = state.invest;
  return (
    <article class="panel start invest-start" aria-label={t('investMode')}>
      <header class="start-head">
        <h2>{t('startQuestion')}</h2>
        <p>{words === '' ? t('startQuestionText') : t('startFor', { words })}</p>
        {narrow.value && <NeedBox finder={finder} />}
        <div class="start-links">
          <LinkButton
            class={compare.value.length > 1 ? 'primary' : ''}
            onClick={() => state.actions.openView('compare')}
          >
            {t('linkCompare', { n: compare.value.length })}
          </LinkButton>
          <LinkButton onClick={() => state.actions.openView('offers')}>{t('linkOffers')}</LinkButton>
          <LinkButton onClick={() => state.actions.openView('method')}>{t('linkMethod')}</LinkButton>
        </div>
      </header>
      {(state.invest.list.value?.foreign.value ?? null) !== null && <ShortlistLink onStart />}
      <Section
        title={tied > 0 ? t('topTied', { n: tied }) : t('topThree')}
        aside={
          <LinkButton onClick={() => state.actions.openView('shortlist')}>
            {t('linkShortlist', { n: shortlist.value.length })}
          </LinkButton>
        }
      >
        {top.length === 0 && <p>{t(finder.ranking.value.criteria.length === 0 ? 'notAskedWhy' : 'rankNone')}</p>}
        {tied > 3 && <p>{t('topTiedWhy', { n: tied })}</p>}
        <ol class="top-cards">
          {top.map((one, i) => (
            <TopCard key={one.site.id} one={one} own={own} named={finder.named.value} open={i === 0 && !narrow.value} />
          ))}
        </ol>
      </Section>
      <Section title={t('investSure')}>
        <p>{t('investSureText', { draws: DRAWS, seed: SEED })}</p>
      </Section>
      <Section title={t('investNotIn')}>
        <p>{t('investNotInText')}</p>
      </Section>
    </article>
  );
}
